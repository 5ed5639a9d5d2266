import Formulas
import Inside
import JSONText
import Models
import Notes
import Numerics
import TextUI

/// The language model that is built into the program, open: what it makes of a text at every place, in
/// every layer and head, and what becomes of that when parts are switched off or replaced.
package struct InsideWidget: Widget {
  package enum Area: CaseIterable, Sendable { case text }
  package enum Action: CaseIterable, Equatable, Sendable {
    /// A page, or an answer while a question stands.
    case digit(Int)
    case nextPage, previousPage, earlier, later, first, last, layerUp, layerDown, nextPart
    case previousPart, off, layerOff, allOn, model, ask, open, stepper, row, swap, subject
    case on, back, hotter, colder, notes

    package static let allCases: [Action] =
      InsidePage.allCases.map { .digit($0.number) } + [
        .nextPage, .previousPage, .earlier, .later, .first, .last, .layerUp, .layerDown, .nextPart,
        .previousPart, .off, .layerOff, .allOn, .model, .ask, .open, .stepper, .row, .swap,
        .subject,
        .on, .back, .hotter, .colder, .notes,
      ]
  }

  package static let name = "inside"
  package static let title = "Inside a model"
  package static let topics = [
    "inside a model", "looking inside a model", "logit lens", "activation patching", "ablation",
    "mechanistic interpretability",
  ]
  package static let initial = Parameters()
  package static let mainInput: String? = "text"
  package static let hasGuesses = false
  package static let hasResizing = false
  package static let hasMotion = false

  package private(set) var parameters: Parameters
  package var record: InsideRecord
  let file: ModelFile
  let decoder: Decoder<Float>
  /// The text's own tokens, with the roles of a chat, and what was drawn after them.
  let tokens: [Int]
  let look: Inside.Look
  /// The same with nothing switched off; nil where nothing is.
  let whole: Inside.Look?
  /// What was read with the cache, and the scores of the token after it; nil on other pages.
  let cached: CachedReading?

  package init(_ parameters: Parameters) throws(InputProblem) {
    try self.init(parameters, after: nil)
  }

  package static func next(
    _ parameters: Parameters, after old: InsideWidget
  ) throws(InputProblem) -> InsideWidget { try InsideWidget(parameters, after: old) }

  private init(_ parameters: Parameters, after old: InsideWidget?) throws(InputProblem) {
    switch ShippedModel.file {
    case .success(let shipped): file = shipped
    case .failure(let problem): throw InputProblem(problem.message)
    }
    let name = parameters.model.rawValue
    let known = old?.parameters.model == parameters.model ? old?.decoder : file.decoder(name)
    guard let decoder = known else { throw InputProblem("adapter", "the model has no \(name)") }
    self.decoder = decoder
    for part in parameters.off + [parameters.component] where !part.exists(in: decoder.shape) {
      throw InputProblem(
        parameters.off.contains(part) ? "off" : "head",
        "there is no \(part.name): layers go from L0 to L\(decoder.shape.layers - 1), heads from H0 "
          + "to H\(decoder.shape.heads - 1)")
    }
    guard !parameters.text.isEmpty else {
      throw InputProblem("text", "nothing stands there: write text = Mia has the key. Who has")
    }
    if let token = parameters.said.first(where: { $0 >= decoder.shape.vocabulary }) {
      throw InputProblem("said", "there is no token \(token)")
    }
    if let unit = parameters.unit, unit >= decoder.shape.mlp?.units ?? 0 {
      throw InputProblem("unit", "there is no unit \(unit)")
    }
    tokens = file.tokens(parameters.text, for: name) + parameters.said
    guard tokens.count <= decoder.shape.context else {
      throw InputProblem(
        "text",
        "\(tokens.count) tokens, and the model reads \(decoder.shape.context): make it shorter")
    }
    var parameters = parameters
    parameters.off.sort { $0.order < $1.order }
    if let place = parameters.place { parameters.place = min(place, tokens.count - 1) }
    self.parameters = parameters
    let (own, vocabulary) = (tokens, file.vocabulary)
    let isSame = old?.parameters.model == parameters.model && old?.tokens == own
    func reading(_ off: [Component]) -> Inside.Look {
      if isSame, let old {
        if old.parameters.off == off { return old.look }
        if off.isEmpty, let whole = old.whole { return whole }
      }
      return Inside.Look(own, in: decoder, vocabulary, off: off)
    }
    look = reading(parameters.off)
    whole = parameters.off.isEmpty ? nil : reading([])
    cached =
      parameters.page == .sample && parameters.off.isEmpty
      ? CachedReading(
        tokens, in: decoder,
        after: old?.parameters.model == parameters.model ? old?.cached : nil) : nil
    record = InsideRecord(.nothing, file, decoder)
    record = InsideRecord(work, file, decoder)
  }

  /// The passes that the page needs.
  private var work: InsideRecord.Work {
    let name = parameters.model.rawValue
    switch parameters.page {
    case .next, .map, .sample: return .nothing
    case .without:
      return .without(Array(tokens.prefix(place + 1)), name, off: parameters.off)
    case .patch:
      return parameters.second.isEmpty
        ? .nothing : .patch(tokens, from: others, name, off: parameters.off)
    case .units:
      return unit.map { .unit(layer: parameters.component.layer, unit: $0, name) } ?? .nothing
    case .answers: return .answers(parameters.text, parameters.answers)
    case .evidence: return .evidence(parameters.subject, name)
    }
  }

  // MARK: What it holds

  /// The place that is looked from.
  var place: Int { parameters.place ?? tokens.count - 1 }
  /// The tokens of the second text.
  var others: [Int] { file.tokens(parameters.second, for: parameters.model.rawValue) }
  var layer: Int { parameters.component.layer }
  /// The units of the layer's MLP that write most at the place, from the strongest.
  var strongest: [Int] { look.strongestUnits(layer: layer, at: place, top: 6) }
  var unit: Int? { parameters.unit ?? strongest.first }

  var study: (any Study)? { record.study }
  func study<S: Study>(_ type: S.Type) -> S? { record.study as? S }
  var isDone: Bool { record.isComplete }

  func visible(_ token: Int, ascii: Bool) -> String {
    TokenText.visible(file.vocabulary.bytes(of: token), ascii: ascii)
  }

  package func results(in area: Area) -> GridSize { GridSize(rows: 1, columns: 1) }

  package var status: String {
    "\(parameters.model.rawValue)  \(parameters.component.name)"
  }
  package var progress: Double? { record.progress }
  package func seen(_ old: Parameters) -> Parameters { old.looked(as: parameters) }
  package func isLook(from old: Parameters) -> Bool { seen(old) == parameters }

  package func note(after old: Parameters) -> String? {
    guard parameters.model != old.model else { return nil }
    return "\(parameters.model.rawValue): \(parameters.model.words)"
  }

  /// Another text is asked about anew.
  package static func renewed(_ parameters: Parameters, by typed: [String]) -> Parameters {
    var changed = parameters
    if !typed.contains("guess") { changed.guess = .none }
    if typed.contains("text") {
      if !typed.contains("place") { changed.place = nil }
      if !typed.contains("said") { changed.said = [] }
      if !typed.contains("answers") { changed.answers = [] }
    }
    return changed
  }

  /// A text of the kinds that it was trained on: pairs of words are new.
  package func random(using generator: inout SeededGenerator) -> Parameters {
    var source = Inside.Source(.pairs, seed: generator.next())
    var changed = parameters
    changed.text =
      parameters.model == .base
      ? InsideTexts.continued(&source) : InsideTexts.asked(&source)
    (changed.said, changed.place, changed.answers, changed.second, changed.guess) = (
      [], nil, [], "", .none
    )
    return changed
  }
}

extension Component {
  /// The layer that it is, or is in.
  var layer: Int {
    switch self {
    case .layer(let layer), .mlp(let layer), .head(let layer, _): layer
    }
  }

  /// Where it comes in the model: a whole layer before its parts.
  fileprivate var order: Int {
    switch self {
    case .layer(let layer): layer * 1_000
    case .head(let layer, let head): layer * 1_000 + 1 + head
    case .mlp(let layer): layer * 1_000 + 999
    }
  }
}
