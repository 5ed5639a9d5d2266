/// What a widget starts from: `key = value` pairs in order, as a fence in the notes writes them.
package struct Inputs: Equatable, Sendable {
  /// One pair, with the line of the file that it stands on; 0 where it stands in no file.
  package struct Entry: Equatable, Sendable {
    /// The name of the input, such as `Q`.
    package var key: String
    /// Its value as typed.
    package var value: String
    /// The line of the file, counted from 1.
    package var line = 0
    /// The column of its name in that line, counted from 1; 0 where it stands in no file.
    package var column = 0
    /// Where each line of its value begins; none where it stands in no file.
    package var rows: [Place] = []
  }

  /// A line of the file and a column in it, counted from 1.
  package struct Place: Equatable, Sendable {
    package var line: Int
    package var column: Int
  }

  /// The pairs in order; each key once.
  package private(set) var entries: [Entry] = []
  /// The line that a problem of the whole is reported at.
  package var line = 0

  /// Inputs from pairs.
  package init(_ pairs: KeyValuePairs<String, String> = [:]) {
    for (key, value) in pairs { self[key] = value }
  }

  /// Reads lines of `key = value`, throwing what is wrong with the first that is none; `line` is the
  /// line of the file before the first of them.
  package init(text: String, after line: Int = 0, indent: Int = 0) throws(Diagnostic) {
    let (inputs, problems) = Self.read(text, after: line, indent: indent)
    if let first = problems.first { throw first }
    self = inputs
  }

  /// What the good lines of a text say, and what is wrong with each of the others. A value goes on in the
  /// lines below it while its brackets are open, and as rows of numbers.
  ///
  /// - Parameter indent: the columns of the file before each line.
  package static func read(
    _ text: String, after line: Int = 0, indent: Int = 0
  ) -> (Inputs, [Diagnostic]) {
    var inputs = Inputs()
    inputs.line = line
    var problems: [Diagnostic] = []
    var places: [String: Int] = [:]
    // Whether the line before was read.
    var isTaken = false
    for (offset, text) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    {
      let number = line > 0 ? line + offset + 1 : 0
      let raw = text
      let text = text.trimmed
      let column = indent + raw.prefix(while: \.isWhitespace).count + 1
      if text.isEmpty || text.hasPrefix("#") { continue }
      if let last = inputs.entries.last, isTaken, InputLine.goesOn(last.value, text) {
        inputs.entries[inputs.entries.count - 1].value += (last.value.isEmpty ? "" : "\n") + text
        if number > 0 {
          if last.value.isEmpty { inputs.entries[inputs.entries.count - 1].rows = [] }
          inputs.entries[inputs.entries.count - 1].rows.append(Place(line: number, column: column))
        }
        continue
      }
      isTaken = false
      let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      let key = parts[0].trimmed
      if parts.count < 2 || key.isEmpty {
        problems.append(
          Diagnostic(
            .error, line: number,
            "\"\(text.prefix(40))\" is not an input",
            remedy: "write \(meant(by: text) ?? "key = value")"))
      } else if let right = single(key, parts[1]) {
        problems.append(
          Diagnostic(
            .error, line: number, "\"\(text.prefix(40))\" is not an input", remedy: "write \(right)"
          ))
      } else if let lines = several(text) {
        problems.append(
          Diagnostic(
            .error, line: number, "several inputs stand in one line",
            remedy: "write \(lines.joined(separator: " and ")), each on a line of its own"))
      } else if let first = places[key] {
        let place = first > 0 ? " (first on line \(first))" : ""
        problems.append(
          Diagnostic(
            .error, line: number,
            "\(key) is given twice\(place)", remedy: "keep one of them, and take this line away"))
      } else {
        places[key] = number
        let value = indent + raw.count - parts[1].drop(while: \.isWhitespace).count + 1
        inputs.entries.append(
          Entry(
            key: key, value: parts[1].trimmed, line: number, column: number > 0 ? column : 0,
            rows: number > 0 ? [Place(line: number, column: value)] : []))
        isTaken = true
      }
    }
    return (inputs, problems)
  }

  /// Whether a text may name an input.
  static func isKey(_ text: some StringProtocol) -> Bool {
    text.first?.isLetter == true
      && text.allSatisfy { $0.isLetter || $0.isNumber || $0 == "_" || $0 == "-" }
  }

  private static func beginsNumber(_ sign: Character) -> Bool {
    sign.isNumber || "-.[(".contains(sign)
  }

  /// A line with one sign where it has two: `u := 1 2`, `u == 1 2`; nil where it has but one.
  private static func single(_ key: String, _ value: Substring) -> String? {
    let name = key.hasSuffix(":") ? key.dropLast().trimmed : key
    let rest = value.drop { $0 == "=" }.trimmed
    guard isKey(name), let first = rest.first,
      // Text may begin with such a sign.
      name != key || value.hasPrefix("=") && beginsNumber(first)
    else { return nil }
    return "\(name) = \(rest)"
  }

  /// The inputs of a line that has several, numbers each: `u = 1 2, v = 3 4`; nil for another one.
  private static func several(_ text: String) -> [String]? {
    guard text.utf8.count <= 200, text.count(where: { $0 == "=" }) > 1 else { return nil }
    let parts = text.split(separator: "=", omittingEmptySubsequences: false).map { $0.trimmed }
    var lines: [String] = []
    var key = parts[0]
    for part in parts.dropFirst().dropLast() {
      // The next name stands behind the numbers.
      let name = String(
        part.reversed().prefix { $0.isLetter || $0.isNumber || "_-".contains($0) }.reversed())
      var value = part.dropLast(name.count).trimmed
      while let last = value.last, ",;&".contains(last) { value.removeLast() }
      guard isKey(name), isKey(key), let first = value.first, beginsNumber(first),
        !value.contains(where: \.isLetter)
      else { return nil }
      lines.append("\(key) = \(value.trimmed)")
      key = name
    }
    guard let last = parts.last, let first = last.first, beginsNumber(first) else { return nil }
    return lines + ["\(key) = \(last)"]
  }

  /// A line with an equals sign where a colon or a blank stands: `u: 1 2`, `u 1 2`; nil where it is not known.
  private static func meant(by text: String) -> String? {
    guard !text.contains("="), text.utf8.count <= 200 else { return nil }
    // An item of a list.
    let text = text.hasPrefix("- ") || text.hasPrefix("* ") ? text.dropFirst(2).trimmed : text
    if let colon = text.firstIndex(of: ":") {
      let (key, value) = (text[..<colon].trimmed, text[colon...].dropFirst().trimmed)
      return isKey(key) && !value.isEmpty && !value.hasPrefix("/") ? "\(key) = \(value)" : nil
    }
    let key = text.prefix { $0 != " " }
    let value = text[key.endIndex...].trimmed
    // Words in a row are a sentence.
    guard isKey(key), let first = value.first, beginsNumber(first) else { return nil }
    return "\(key) = \(value)"
  }

  /// The value of a key as typed; nil where it was not given. Setting nil takes it away.
  package subscript(key: String) -> String? {
    get { entries.first { $0.key == key }?.value }
    set {
      let at = entries.firstIndex { $0.key == key }
      switch (at, newValue) {
      case (let at?, let value?): entries[at].value = value
      case (let at?, nil): entries.remove(at: at)
      case (nil, let value?): entries.append(Entry(key: key, value: value))
      case (nil, nil): break
      }
    }
  }

  /// The line of a key, or that of the whole where it was not given.
  package func line(of key: String) -> Int { entries.first { $0.key == key }?.line ?? line }

  /// Where a word stands in the value of a key; the value itself where no word is given, or it is not found. Nil where
  /// that was not given in a file.
  package func place(of word: String?, in key: String) -> Place? {
    guard let entry = entries.first(where: { $0.key == key }), let first = entry.rows.first else {
      return nil
    }
    guard let word, !word.isEmpty else { return first }
    let lines = entry.value.split(separator: "\n", omittingEmptySubsequences: false)
    for (line, place) in zip(lines, entry.rows) {
      if let column = Self.column(of: word, in: line) {
        return Place(line: place.line, column: place.column + column)
      }
    }
    return first
  }

  /// How far behind the beginning of a line a word stands: by itself, else wherever its letters do.
  private static func column(of word: String, in line: Substring) -> Int? {
    func isPart(_ sign: Character?) -> Bool {
      sign.map { $0.isLetter || $0.isNumber || "._-".contains($0) } ?? false
    }
    var rest = line
    while let place = rest.firstRange(of: word) {
      let before = line[..<place.lowerBound].last
      if !isPart(before), !isPart(rest[place.upperBound...].first) {
        return line.distance(from: line.startIndex, to: place.lowerBound)
      }
      rest = rest[place.upperBound...]
    }
    return line.firstRange(of: word).map {
      line.distance(from: line.startIndex, to: $0.lowerBound)
    }
  }

  /// The same with one value changed.
  package func with(_ key: String, _ value: String?) -> Inputs {
    var inputs = self
    inputs[key] = value
    return inputs
  }

  /// The pairs as a fence writes them, one a line.
  package var text: String { entries.map { "\($0.key) = \($0.value)\n" }.joined() }
}
