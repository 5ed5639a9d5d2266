import Basics
import Notes

extension InputField {
  /// Names, at most one for each row.
  package static func words(
    _ key: String, _ path: InputPath<Parameters, [String]>,
    rows: @escaping @Sendable (Parameters) -> Int
  ) -> InputField {
    InputField(
      key,
      read: { (text, parameters) throws(InputProblem) in
        parameters[keyPath: path] = Names.read(text ?? "")
      },
      write: { Names.text($0[keyPath: path]) },
      check: { (parameters) throws(InputProblem) in
        let (words, most) = (parameters[keyPath: path], rows(parameters))
        guard words.count <= most else {
          throw InputProblem(
            key, "\(words.count) words for \(counted(most, "row")): take some away")
        }
        if let long = words.first(where: { $0.count > 20 }) {
          throw InputProblem(
            key, "\"\(long.prefix(20))…\" is too long for a row's name: shorten it")
        }
      },
      giveWay: { $0[keyPath: path] = Array($0[keyPath: path].prefix(rows($0))) })
  }

  /// One of several words; the first is meant where none is given, and is not written.
  package static func choice<Value: Equatable & Sendable>(
    _ key: String, _ path: InputPath<Parameters, Value>, _ words: KeyValuePairs<String, Value>
  ) -> InputField {
    let words = Array(words).map { (word: $0.key, value: $0.value) }
    return InputField(
      key,
      read: { (text, parameters) throws(InputProblem) in
        guard let found = words.first(where: { $0.word == text ?? words[0].word }) else {
          throw InputProblem(
            key, "write \(words.map(\.word).joined(separator: " or "))")
        }
        parameters[keyPath: path] = found.value
      },
      write: { parameters in
        words.dropFirst().first { $0.value == parameters[keyPath: path] }?.word
      })
  }
}

/// Names as they are typed: separated by commas, or by blanks where there is no comma.
private enum Names {
  static func read(_ text: String) -> [String] {
    guard text.contains(",") else {
      return text.split(whereSeparator: \.isWhitespace).map(String.init)
    }
    var names = text.split(separator: ",", omittingEmptySubsequences: false).map(\.trimmed)
    if names.last == "" { names.removeLast() }
    return names
  }

  /// A text that reads as the same names: a comma tells one of several words, and one that is empty.
  static func text(_ names: [String]) -> String? {
    if names.isEmpty { return nil }
    let text = names.joined(separator: ", ")
    let needsComma = names.last == "" || names.count == 1 && text.contains(where: \.isWhitespace)
    return needsComma ? text + "," : text
  }
}
