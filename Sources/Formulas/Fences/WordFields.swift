import Basics
import Notes

extension InputField {
  /// Names, one for each row; of fewer the rows behind have numbers, and the author is told.
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
            key,
            "\(counted(words.count, "word")) for \(counted(most, "row"))",
            remedy: "write \(key) = "
              + (Names.text(Array(words.prefix(most))) ?? "") + ", or add a row for each")
        }
        if let long = words.first(where: { $0.count > 20 }) {
          throw InputProblem(
            key, "\"\(long.prefix(20))…\" is too long for a row's name", remedy: "shorten it")
        }
      },
      giveWay: { $0[keyPath: path] = Array($0[keyPath: path].prefix(rows($0))) }
    ).doubted { parameters in
      let (words, rows) = (parameters[keyPath: path], rows(parameters))
      guard !words.isEmpty, words.count < rows else { return nil }
      let numbers = (words.count + 1...rows).map { "\($0)" }
      return Advice(
        "\(counted(words.count, "word")) for \(counted(rows, "row"))",
        remedy: "write \(key) = \(Names.text(words + numbers) ?? ""), your words in place of the "
          + "numbers, or as many rows")
    }
  }

  /// One of several words; the first is meant where none is given, and is not written. Where screens have others
  /// for them, in the same order, these are read too, and told.
  package static func choice<Value: Equatable & Sendable>(
    _ key: String, _ path: InputPath<Parameters, Value>, _ words: KeyValuePairs<String, Value>,
    shown: [String] = []
  ) -> InputField {
    let words = Array(words).map { (word: $0.key, value: $0.value) }
    let told = zip(words.indices, words).map { shown.indices.contains($0) ? shown[$0] : $1.word }
    return InputField(
      key, hint: shown.isEmpty ? nil : told.joined(separator: " or "),
      read: { (text, parameters) throws(InputProblem) in
        let text = text ?? words[0].word
        guard
          let at = words.firstIndex(where: { $0.word == text })
            ?? told.firstIndex(where: { $0.lowercased() == text.lowercased() })
        else {
          throw InputProblem(unread: key, remedy: "write \(told.joined(separator: " or "))")
        }
        parameters[keyPath: path] = words[at].value
      },
      write: { parameters in
        words.dropFirst().first { $0.value == parameters[keyPath: path] }?.word
      })
  }
}

/// Names as they are typed: separated by commas, or by blanks where there is no comma. A comma that is part
/// of a name has a backslash before it, and before that or a name's end a backslash has one too.
package enum Names {
  static func read(_ text: String) -> [String] {
    let parts = parts(of: text)
    guard parts.count > 1 else {
      return text.split(whereSeparator: \.isWhitespace).map { plain(String($0)) }
    }
    var names = parts.map { plain($0.trimmed) }
    if names.last == "" { names.removeLast() }
    return names
  }

  /// A text that reads as the same names: a comma tells one of several words, and one that is empty.
  package static func text(_ names: [String]) -> String? {
    if names.isEmpty { return nil }
    let text = names.map(written).joined(separator: ", ")
    let needsComma = names.last == "" || names.count == 1 && text.contains(where: \.isWhitespace)
    return needsComma ? text + "," : text
  }

  /// What stands between the commas that part names: those behind no backslash, or an even number of them.
  private static func parts(of text: String) -> [String] {
    var parts = [""]
    var run = 0
    for character in text {
      if character == ",", run.isMultiple(of: 2) {
        parts.append("")
      } else {
        parts[parts.count - 1].append(character)
      }
      run = character == "\\" ? run + 1 : 0
    }
    return parts
  }

  /// A name without the backslashes that only say what a comma is.
  private static func plain(_ text: String) -> String {
    runs(of: text) { count, isComma in isComma ? (count - 1) / 2 : count / 2 }
  }

  private static func written(_ name: String) -> String {
    runs(of: name) { count, isComma in isComma ? 2 * count + 1 : 2 * count }
  }

  /// The same with other numbers of backslashes before commas and at its end; others stay.
  private static func runs(
    of text: String, _ count: (_ run: Int, _ isComma: Bool) -> Int
  ) -> String {
    var result = ""
    var run = 0
    func slashes(_ count: Int) -> String { String(repeating: "\\", count: max(count, 0)) }
    for character in text {
      if character == "\\" {
        run += 1
        continue
      }
      result += slashes(character == "," ? count(run, true) : run)
      result.append(character)
      run = 0
    }
    return result + slashes(count(run, false))
  }
}
