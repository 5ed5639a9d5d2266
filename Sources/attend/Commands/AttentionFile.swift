import Notes
import Widgets

/// `attend attention FILE`: queries, keys and values in one text, as it may be pasted into the stepper.
enum AttentionFile {
  /// Which option stands for which input.
  private static let options: [(key: String, option: String)] = [
    ("Q", "query"), ("K", "key"), ("V", "value"), ("X", "x"), ("W_Q", "wq"), ("W_K", "wk"),
    ("W_V", "wv"), ("W_O", "wo"), ("mask", "mask"), ("scale", "scale"), ("softcap", "softcap"),
    ("heads", "heads"), ("kv-heads", "kv-heads"), ("precision", "precision"),
  ]
  private static let matrices: Set<String> = ["Q", "K", "V", "X"]

  /// The command line as if each input of its file had been given by its option; what is given so
  /// stays.
  static func filled(_ invocation: Invocation) throws(ReadProblem) -> Invocation {
    guard let argument = invocation.operands.first else { return invocation }
    let isMarked = argument == "-" || argument.hasPrefix("@")
    let name = isMarked && argument != "-" ? String(argument.dropFirst()) : argument
    let bytes = try NamedText.bytes(isMarked ? argument : "@" + argument, "FILE") ?? []
    let text = try NamedText.printed(bytes, name, key: "Q")
    // What the program itself exports is read as it writes it.
    let exported = (try? Export.read(bytes))?.inputs
    let inputs = exported ?? given(in: text)
    guard inputs.entries.contains(where: { matrices.contains($0.key) }) else {
      throw ReadProblem(
        "\(name) holds no queries, keys and values: write Q = 1 0; 0 1, K = … and V = …, or three "
          + "arrays one after another, as print shows them")
    }
    var result = invocation
    for (key, option) in options where !result.has(option) {
      if let value = inputs[key] { result.options[option] = value }
    }
    return result
  }

  /// The words' own vectors where the text has those, and no queries.
  private static func given(in text: String) -> Inputs {
    let inputs = AttentionWidget.inputs(in: text)
    return inputs["Q"] == nil ? ProjectionsWidget.inputs(in: text) : inputs
  }
}
