import Basics
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
    case previousPart, off, layerOff, allOn, model, ask, see, open, draws, stepper, row, swap,
      subject
    case on, back, hotter, colder, notes

    package static let allCases: [Action] =
      InsidePage.allCases.map { .digit($0.number) } + [
        .nextPage, .previousPage, .earlier, .later, .first, .last, .layerUp, .layerDown, .nextPart,
        .previousPart, .off, .layerOff, .allOn, .model, .ask, .see, .open, .draws, .stepper, .row,
        .swap,
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
  let model: LookedModel
  /// The model inside the program, or another of this project's own.
  let file: ModelFile
  let decoder: Decoder<Float>
  /// The text's own tokens, with the roles of a chat, and what was drawn after them.
  let tokens: [Int]
  /// The tokens of the second text; none where there is none.
  let others: [Int]
  var look: Inside.Look { record.reading.map { $0.look ?? blank } ?? ownLook }
  /// The same with nothing switched off; nil where nothing is.
  var whole: Inside.Look? { record.reading.map(\.whole) ?? ownWhole }
  private let ownLook: Inside.Look
  private let ownWhole: Inside.Look?
  private let blank: Inside.Look
  /// What was read with the cache, and the scores of the token after it; nil on other pages.
  let cached: CachedReading?

  package init(_ parameters: Parameters) throws(InputProblem) {
    try self.init(parameters, after: nil)
  }

  package static func next(
    _ parameters: Parameters, after old: InsideWidget
  ) throws(InputProblem) -> InsideWidget { try InsideWidget(parameters, after: old) }

  private init(_ parameters: Parameters, after old: InsideWidget?) throws(InputProblem) {
    var file: ModelFile
    switch ShippedModel.file {
    case .success(let shipped): file = shipped
    case .failure(let problem): throw InputProblem(problem.message)
    }
    let name = parameters.model.rawValue
    var parameters = parameters
    if parameters.file.isEmpty {
      model = .own(file)
    } else {
      guard let opened = OpenedModels.model(parameters.file) else {
        throw InputProblem(
          "file", "\(parameters.file) is not open",
          remedy: "attend model \(parameters.file) opens it")
      }
      model = opened
      if let problem = opened.problem { throw InputProblem("file", problem.message) }
      if case .own(let other) = opened { file = other }
      // Not every model has as many layers as the one inside.
      if !parameters.component.exists(in: model.shape),
        parameters.component == Self.initial.component
      {
        parameters.component = .head(layer: 0, head: 0)
      }
    }
    let isSameModel =
      old?.parameters.model == parameters.model && old?.parameters.file == parameters.file
    let known = isSameModel ? old?.decoder : model.decoder(name)
    guard let decoder = known else { throw InputProblem("adapter", "the model has no \(name)") }
    self.decoder = decoder
    for part in parameters.off + [parameters.component] where !part.exists(in: decoder.shape) {
      throw InputProblem(
        parameters.off.contains(part) ? "off" : "head",
        "there is no \(part.name)",
        remedy: "layers go from L0 to L\(decoder.shape.layers - 1), heads from H0 "
          + "to H\(decoder.shape.heads - 1)")
    }
    guard !parameters.text.isEmpty else {
      throw InputProblem("text", "nothing stands there", remedy: "write text = \(Self.asked)")
    }
    if let token = parameters.said.first(where: { $0 >= decoder.shape.vocabulary }) {
      throw InputProblem("said", "there is no token \(token)")
    }
    if let unit = parameters.unit, unit >= decoder.shape.mlp?.units ?? 0 {
      throw InputProblem("unit", "there is no unit \(unit)")
    }
    let tokens = model.tokens(parameters.text, for: name) + parameters.said
    if let problem = model.problem(of: tokens) { throw InputProblem("text", problem) }
    others = parameters.second.isEmpty ? [] : model.tokens(parameters.second, for: name)
    // A text of as many tokens is read too; of another length, the page says that it is.
    if others.count == tokens.count, let problem = model.problem(of: others) {
      throw InputProblem("second", problem)
    }
    self.tokens = tokens
    self.file = file
    parameters.off.sort { $0.order < $1.order }
    // What is off with its whole layer is not off by itself too.
    let layers = Set(parameters.off.filter(\.isLayer).map(\.layer))
    parameters.off.removeAll { !$0.isLayer && layers.contains($0.layer) }
    if let place = parameters.place { parameters.place = min(place, tokens.count - 1) }
    self.parameters = parameters
    blank = .blank(tokens, in: decoder)
    let isSame = isSameModel && old?.tokens == tokens
    func reading(_ off: [Component]) -> Inside.Look {
      if isSame, let old {
        if old.parameters.off == off { return old.ownLook }
        if off.isEmpty, let whole = old.ownWhole { return whole }
      }
      return Inside.Look(tokens, in: decoder, off: off)
    }
    let isOwn = !decoder.isStored
    ownLook = isOwn ? reading(parameters.off) : blank
    ownWhole = isOwn && !parameters.off.isEmpty ? reading([]) : nil
    cached =
      isOwn && parameters.page == .sample && parameters.off.isEmpty
      ? CachedReading(tokens, in: decoder, after: isSameModel ? old?.cached : nil) : nil
    record = InsideRecord(.nothing, file, decoder, of: model)
    record = InsideRecord(isOwn ? work : diskWork, file, decoder, of: model)
    self.parameters = judged
    self.parameters = shown
  }

  /// Whether it is this project's own, of which more is known.
  var isOwn: Bool { if case .own = model { true } else { false } }
  /// Whether it is the one inside the program, of which a copy can learn notes.
  var isInside: Bool { model.isInside }
  /// What it is called, with what was taught it.
  var shownName: String { model.name(with: parameters.model.rawValue) }
  /// The models over its weights.
  var variants: [InsideVariant] {
    let names = model.adapters
    return InsideVariant.allCases.filter { names.contains($0.rawValue) }
  }
  /// Whether a model on disk has not read the text yet.
  var isReading: Bool { record.reading.map { $0.look == nil } ?? false }
  /// Whether each layer's own answer is known.
  var hasLens: Bool { record.reading?.hasLens ?? true }

  /// What a model on disk reads, and what the page needs then.
  private var diskWork: InsideRecord.Work {
    var recipe = DiskReading.Recipe(tokens, place: place)
    recipe.off = parameters.off
    recipe.wantsLens = parameters.page == .next
    var then = InsideRecord.Work.nothing
    if parameters.page == .without { then = work }
    if parameters.page == .patch, !parameters.second.isEmpty, others.count == tokens.count {
      recipe.others = others
      then = work
    }
    return .disk(recipe, parameters.file, then: then)
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
    case .answers: return .answers(parameters.text, parameters.answers, off: parameters.off)
    case .evidence: return .evidence(parameters.subject, name)
    }
  }

  // MARK: What it holds

  package var readersKeys: [String] { [InsideSeen.field.key] }

  /// The place that is looked from.
  var place: Int { parameters.place ?? tokens.count - 1 }
  var layer: Int { parameters.component.layer }
  /// Whether the part under the cursor is a head, which looks at places.
  var isHead: Bool { parameters.component.isHead }
  /// The units of the layer's MLP that write most at the place, from the strongest.
  var strongest: [Int] { isOwn ? look.strongestUnits(layer: layer, at: place, top: 6) : [] }
  var unit: Int? { parameters.unit ?? strongest.first }

  var study: (any Study)? { record.study }
  func study<S: Study>(_ type: S.Type) -> S? { record.study as? S }
  var isDone: Bool { record.isComplete }

  func visible(_ token: Int, ascii: Bool) -> String {
    let bytes = model.bytes(of: token)
    // Some rows of a table are no token of any text.
    return bytes.isEmpty ? "#\(token)" : TokenText.visible(bytes, ascii: ascii)
  }

  /// Whether a part is switched off, by itself or with its layer.
  func isOff(_ part: Component) -> Bool {
    parameters.off.covers(part)
  }

  /// Whether the text has a token more than once.
  func isOften(_ token: Int) -> Bool { tokens.count { $0 == token } > 1 }

  /// The token at a place, with its number where the text has another one that is alike.
  func visible(at place: Int, ascii: Bool) -> String {
    let token = tokens[place]
    return visible(token, ascii: ascii) + (isOften(token) ? " @\(place)" : "")
  }

  package func results(in area: Area) -> GridSize { GridSize(rows: 1, columns: 1) }

  package var status: String {
    "\(shownName)  \(parameters.component.name)"
  }
  package var progress: Double? { record.progress }
  package func seen(_ old: Parameters) -> Parameters { old.looked(as: parameters) }
  /// What was seen stays so, whatever the text it came with.
  package func reset(to original: Parameters) -> Parameters {
    var changed = original
    changed.seen = parameters.seen
    if parameters.guess == .skipped { changed.guess = .skipped }
    return changed
  }
  package func isLook(from old: Parameters) -> Bool { seen(old) == parameters }

  package func note(after old: Parameters) -> String? {
    guard parameters.model != old.model else { return nil }
    return "\(parameters.model.rawValue): \(parameters.model.words)"
  }

  /// Another text is asked about anew.
  package static func renewed(_ parameters: Parameters, by typed: [String]) -> Parameters {
    var changed = parameters
    if !typed.contains("guess"), changed.guess != .skipped { changed.guess = .none }
    if typed.contains("text") {
      if !typed.contains("place") { changed.place = nil }
      if !typed.contains("said") { changed.said = [] }
      if !typed.contains("answers") { changed.answers = [] }
      // What was patched from was of as many tokens as the text before.
      if !typed.contains("second") { changed.second = "" }
    }
    return changed
  }

  /// A text of the kinds that it was trained on: pairs of words are new.
  package func random(using generator: inout SeededGenerator) -> Parameters {
    let seed = generator.next()
    var source = Inside.Source(.pairs, seed: seed)
    var changed = parameters
    if case .disk(let disk) = model, disk.tokenizerProblem != nil {
      let most = UInt64(decoder.shape.vocabulary)
      let ids = (0..<8).map { String(SplitMix64.mixed(seed &+ $0) % most) }
      (changed.text, changed.said, changed.place) = (ids.joined(separator: " "), [], nil)
      changed.second = ""
      changed.guess = parameters.guess.ofAnotherQuestion
      return changed
    }
    changed.text =
      parameters.model == .base
      ? InsideTexts.continued(&source) : InsideTexts.asked(&source)
    (changed.said, changed.place, changed.answers, changed.second) = ([], nil, [], "")
    changed.guess = parameters.guess.ofAnotherQuestion
    return changed
  }
}

extension Component {
  /// Whether it is a whole layer.
  var isLayer: Bool { self == .layer(layer) }
  /// Whether it looks at places.
  var isHead: Bool { if case .head = self { true } else { false } }

  /// Where it comes in the model: a whole layer before its parts.
  fileprivate var order: Int {
    switch self {
    case .layer(let layer): layer * 1_000
    case .head(let layer, let head): layer * 1_000 + 1 + head
    case .mlp(let layer): layer * 1_000 + 999
    }
  }
}
