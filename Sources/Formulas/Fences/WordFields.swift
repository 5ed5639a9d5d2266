import Basics
import Notes

extension InputField {
  /// Names parted by commas, as many at most as there are rows for them.
  package static func words(
    _ path: InputPath<Parameters, [String]>, rows: @escaping @Sendable (Parameters) -> Int
  ) -> InputField {
    let key = "words"
    return InputField(
      key,
      read: { (text, parameters) throws(InputProblem) in
        parameters[keyPath: path] =
          text.map { text in
            text.isEmpty
              ? []
              : text.split(separator: ",", omittingEmptySubsequences: false).map(\.trimmed)
          } ?? []
      },
      write: {
        $0[keyPath: path].isEmpty ? nil : $0[keyPath: path].joined(separator: ", ")
      },
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
      })
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
