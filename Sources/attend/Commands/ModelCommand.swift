import Basics
import Inside
import JSONText
import Lab
import Models
import Notes
import Screens
import Widgets

/// `attend model`: what the model inside the program makes of a text.
enum ModelCommand {
  static let adapters = InsideVariant.allCases.map(\.rawValue)

  static let subjects = Evidence.Subject.allCases.map(\.rawValue)

  /// Whether the screen opens: nothing is asked for on standard output.
  static func opensScreen(_ invocation: Invocation) -> Bool {
    let asks = ["text", "ids", "evidence", "generate"].contains { invocation.options[$0] != nil }
    return invocation.options["learn"] == nil
      && (invocation.has("plain") || !asks && !invocation.has("json"))
  }

  /// The screen with what the command line gives.
  static func route(_ invocation: Invocation) throws(ReadProblem) -> WidgetRoute {
    try LearnCommand.refuseSettings(invocation)
    try invocation.refuse(
      ["evidence", "generate", "temperature", "top", "seed"],
      "is of what is written out: give --text TEXT with it, and no --plain; the screen has keys for it"
    )
    var route = WidgetRoute.example(of: InsideWidget.self)
    var inputs = route.inputs
    var takesIDs = false
    if let path = invocation.operands.first {
      let model = try ModelFiles.open(path)
      OpenedModels.open(path, model)
      inputs["file"] = EscapedText.write(path)
      if case .disk(let disk) = model, disk.tokenizerProblem != nil {
        inputs["text"] = invocation.options["ids"] ?? "1 2 3"
        takesIDs = true
      }
    }
    if invocation.options["ids"] != nil, !takesIDs {
      throw ReadProblem(
        "--ids: this model has its tokenizer, and the screen takes a text: --text TEXT",
        isUsage: true)
    }
    if let text = try text(invocation) { inputs["text"] = EscapedText.write(text) }
    for key in ["adapter", "off"] {
      if let value = invocation.options[key] { inputs[key] = value }
    }
    guard inputs != route.inputs else { return route }
    do { _ = try InsideWidget(inputs) } catch {
      throw ReadProblem(error.advice, isUsage: true)
    }
    // What was left in the example stays with the example.
    (route.inputs, route.key) = (inputs, "")
    return route
  }

  static func run(
    _ invocation: Invocation, environment: [String: String]
  ) throws(ReadProblem) -> Int32 {
    if let path = invocation.options["learn"] {
      guard invocation.operands.isEmpty else {
        throw ReadProblem(
          "--learn trains a copy of the model inside, and no other: leave \(invocation.operands[0]) out",
          isUsage: true)
      }
      return try LearnCommand.run(path, invocation, SecureMode(environment: environment))
    }
    try LearnCommand.refuseSettings(invocation)
    let model = try model(invocation)
    let name = invocation.options["adapter"] ?? "base"
    guard let decoder = model.decoder(name) else {
      throw ReadProblem("the model has no adapter \(name)", isUsage: true)
    }
    if let subject = invocation.options["evidence"].flatMap(Evidence.Subject.init) {
      try invocation.refuse(
        ["text", "ids", "off", "top", "generate", "temperature", "seed"],
        "goes with a text, and --evidence reads cases of its own: give one of them")
      guard case .own(let file) = model else {
        throw ReadProblem(
          "--evidence: its cases are in the words of the model inside, which this model did not learn",
          isUsage: true)
      }
      return evidence(subject, decoder, file.vocabulary, invocation)
    }
    if invocation.options["generate"] == nil {
      try invocation.refuse(
        ["temperature", "seed"], "says how tokens are drawn: give --generate N with it")
    }
    let off = try components(invocation.options["off"] ?? "", decoder.shape)
    let tokens = try tokens(invocation, model, name)
    if let problem = model.problem(of: tokens) {
      throw ReadProblem(
        "--\(invocation.options["ids"] == nil ? "text" : "ids"): \(problem)", isUsage: true)
    }
    let listing = ModelListing(
      model: model, name: name, decoder: decoder,
      look: Inside.Look(tokens, in: decoder, off: off), off: off,
      top: invocation.options["top"].flatMap { Int($0) } ?? 5,
      generated: try generated(invocation, model, decoder, tokens, off),
      wanted: invocation.options["generate"].flatMap { Int($0) } ?? 0)
    let (json, lines) = invocation.has("json") ? (listing.json, []) : (nil, listing.lines)
    // Of a file that was shortened meanwhile some of it would be wrong.
    if let problem = model.problem { throw ReadProblem(problem.message) }
    if let json { return Output.write(Output.json(json)) ? 0 : 1 }
    return print(lines, invocation)
  }

  /// The model at the path, or the one inside the program.
  private static func model(_ invocation: Invocation) throws(ReadProblem) -> LookedModel {
    if let path = invocation.operands.first { return try ModelFiles.open(path) }
    return .own(try shipped())
  }

  /// The model inside the program.
  static func shipped() throws(ReadProblem) -> ModelFile {
    switch ShippedModel.file {
    case .success(let shipped): return shipped
    case .failure(let problem): throw ReadProblem(problem.message)
    }
  }

  private static func print(_ lines: [String], _ invocation: Invocation) -> Int32 {
    Output.write(lines: lines, ascii: invocation.has("ascii")) ? 0 : 1
  }

  /// The text, or what a file or standard input holds, without its last line end.
  private static func text(_ invocation: Invocation) throws(ReadProblem) -> String? {
    guard let text = invocation.options["text"], let bytes = try NamedText.bytes(text, "--text")
    else { return invocation.options["text"] }
    return String(decoding: bytes.last == 0x0A ? bytes.dropLast() : bytes[...], as: UTF8.self)
  }

  /// The tokens of the text, or those that are given by their numbers.
  private static func tokens(
    _ invocation: Invocation, _ model: LookedModel, _ name: String
  ) throws(ReadProblem) -> [Int] {
    guard let ids = invocation.options["ids"] else {
      guard let text = try text(invocation), !text.isEmpty else {
        throw ReadProblem(
          "model needs a text: attend model --text \"\(InsideWidget.asked)\"",
          isUsage: true)
      }
      if case .disk(let disk) = model, let problem = disk.tokenizerProblem {
        throw ReadProblem("--text: \(problem): give the tokens' numbers with --ids 1,2,3")
      }
      return model.tokens(text, for: name)
    }
    guard invocation.options["text"] == nil else {
      throw ReadProblem("--ids: the text is given already; give one of the two", isUsage: true)
    }
    let count = model.shape.vocabulary
    return try listed(ids, "ids", sample: "1,2,3").map { (word) throws(ReadProblem) in
      guard let id = Int(word), (0..<count).contains(id) else {
        throw ReadProblem(
          "--ids: \"\(word)\" is no token: they have numbers from 0 to \(count - 1)", isUsage: true)
      }
      return id
    }
  }

  /// What each part does over many cases.
  private static func evidence(
    _ subject: Evidence.Subject, _ decoder: Decoder<Float>, _ vocabulary: Vocabulary,
    _ invocation: Invocation
  ) -> Int32 {
    let evidence = Evidence(subject, in: decoder, vocabulary).completed
    if invocation.has("json") {
      return Output.write(Output.json(ModelJSON.json(evidence))) ? 0 : 1
    }
    let table = EvidenceTable(evidence)
    let names = evidence.rows.map(\.component.name)
    let columns = ["part"] + EvidenceTable.columns
    let rows = [columns] + zip(names, table.rows).map { [$0] + $1 }
    let widths = columns.indices.map { column in rows.map { $0[column].count }.max() ?? 0 }
    let lines = rows.map { row in
      zip(row, widths).map { text, width in
        text + String(repeating: " ", count: width - text.count)
      }.joined(separator: "  ").trimmedEnd
    }
    return print([table.title, table.whole, ""] + lines + ["", EvidenceTable.legend], invocation)
  }

  private static func generated(
    _ invocation: Invocation, _ model: LookedModel, _ decoder: Decoder<Float>, _ tokens: [Int],
    _ off: [Component]
  ) throws(ReadProblem) -> [Int]? {
    guard let count = invocation.options["generate"].flatMap({ Int($0) }) else { return nil }
    let word = invocation.options["temperature"] ?? "0"
    guard let temperature = Double(word), (0...10).contains(temperature) else {
      throw ReadProblem("--temperature is a number from 0 to 10, not \"\(word)\"", isUsage: true)
    }
    return model.continuation(
      of: tokens, in: decoder, count: count, temperature: temperature,
      seed: invocation.options["seed"].flatMap { UInt64($0) } ?? 1, off: off)
  }

  /// The words of a list.
  private static func listed(
    _ text: String, _ option: String, sample: String
  ) throws(ReadProblem) -> [String] {
    guard let words = CommaList.words(of: text) else {
      throw ReadProblem(
        "--\(option): beside a comma of \"\(text)\" nothing stands: write \(sample)",
        isUsage: true)
    }
    return words
  }

  /// `L0H1,L2MLP`: what is off.
  private static func components(
    _ text: String, _ shape: DecoderShape
  ) throws(ReadProblem) -> [Component] {
    var components: [Component] = []
    for word in try listed(text, "off", sample: "L0H1,L2") {
      guard let component = Component(word), component.exists(in: shape) else {
        throw ReadProblem(
          "--off: the model has no \(word): it has layers L0 to L\(shape.layers - 1), in each "
            + "heads such as L0H0 to L0H\(shape.heads - 1), and an MLP such as L0MLP", isUsage: true
        )
      }
      components.append(component)
    }
    return components
  }
}

/// What is written of it.
struct ModelListing {
  let model: LookedModel
  let name: String
  let decoder: Decoder<Float>
  let look: Inside.Look
  /// What is switched off.
  let off: [Component]
  let top: Int
  let generated: [Int]?
  /// How many tokens were asked for.
  let wanted: Int

  private var last: Int { look.tokens.count - 1 }

  private func text(_ token: Int) -> String {
    String(decoding: model.bytes(of: token), as: UTF8.self)
  }

  var json: JSON {
    let written = ModelJSON(model, name: name, look: look, place: last, off: off)
    var members = written.members(top: top)
    if let generated {
      members.append(.init("generated", .array(generated.map(written.token))))
    }
    return .object(members)
  }

  var lines: [String] {
    var lines = ["tokens: \(look.tokens.map { visible($0) }.joined(separator: " "))"]
    if !off.isEmpty { lines.append("off: \(off.map(\.name).joined(separator: ", "))") }
    lines += ["", "next"]
    lines += look.next(after: last, top: top).map {
      "  \(padded(LabText.share($0.probability)))  \(visible($0.token))"
    }
    lines += ["", "what each layer would say"]
    for layer in 0...decoder.shape.layers {
      let name = layer == 0 ? "tokens alone" : "after L\(layer - 1)"
      let said = look.lens(layer: layer, after: last, top: 3)
        .map { "\(visible($0.token)) \(LabText.share($0.probability))" }
      lines.append("  \(name): \(said.joined(separator: ", "))")
    }
    lines += ["", "where each head looks from the last token"]
    for part in Component.all(of: decoder.shape) {
      guard case .head(let layer, let head) = part else { continue }
      let places = look.strongestPlaces(layer: layer, head: head, from: last, top: 3).map {
        "\(visible(at: $0.place)) \(LabText.share($0.weight))"
      }
      lines.append("  \(part.name): \(places.joined(separator: ", "))")
    }
    if let generated {
      let said = generated.filter { !model.isEnd($0) }.flatMap { model.bytes(of: $0) }
      lines += ["", "goes on: \(String(decoding: said, as: UTF8.self))"]
      if generated.count < wanted, generated.last.map(model.isEnd) != true {
        let count = look.tokens.count + generated.count
        lines.append("\(model.whyFull(at: count)): \(generated.count) of \(wanted) were drawn.")
      }
    }
    return lines
  }

  /// A token with its space seen.
  private func visible(_ token: Int) -> String {
    let text = model.bytes(of: token).isEmpty ? "#\(token)" : text(token)
    return "[" + text.map { $0 == "\n" ? "\\n" : String($0) }.joined() + "]"
  }

  /// The token at a place, with its number where the text has another one that is alike.
  private func visible(at place: Int) -> String {
    let token = look.tokens[place]
    let isAlone = look.tokens.count { $0 == token } == 1
    return visible(token) + (isAlone ? "" : " @\(place)")
  }

  private func padded(_ share: String) -> String {
    String(repeating: " ", count: max(0, 7 - share.count)) + share
  }
}

extension Invocation {
  /// Complains of the first of these options that was given, and says why it is not taken.
  func refuse(_ names: [String], _ why: String) throws(ReadProblem) {
    guard let name = names.first(where: has) else { return }
    throw ReadProblem("--\(name) \(why)", isUsage: true)
  }
}
