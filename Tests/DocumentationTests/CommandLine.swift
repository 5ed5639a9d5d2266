/// The commands of a shell's text, as far as the documentation writes them: words, quotes, pipes,
/// comments. Nothing is expanded.
struct CommandLine {
  /// Each command as its words; where it writes to or reads from is left out.
  let commands: [[String]]

  init(_ lines: [String]) {
    var commands: [[String]] = [[]]
    var word: String?
    var quote: Character?
    func close() {
      if let done = word { commands[commands.count - 1].append(done) }
      word = nil
    }
    var isComment = false
    var isEscaped = false
    for character in lines.joined(separator: "\n") + "\n" {
      if isComment && character != "\n" { continue }
      isComment = false
      if isEscaped {
        isEscaped = false
        if character != "\n" { word = (word ?? "") + String(character) }
      } else if character == "\\", quote != "'" {
        isEscaped = true
      } else if let open = quote {
        if character == open { quote = nil } else { word = (word ?? "") + String(character) }
      } else if character == "'" || character == "\"" {
        quote = character
        word = word ?? ""
      } else if character == "#", word == nil {
        isComment = true
      } else if character == " " {
        close()
      } else if "|&;\n".contains(character) {
        close()
        commands.append([])
      } else {
        word = (word ?? "") + String(character)
      }
    }
    self.commands = commands.map(Self.withoutFiles).filter { !$0.isEmpty }
  }

  private static func withoutFiles(_ words: [String]) -> [String] {
    var kept: [String] = []
    var skips = false
    for word in words {
      if skips {
        skips = false
      } else if word == ">" || word == "<" || word == ">>" {
        skips = true
      } else {
        kept.append(word)
      }
    }
    return kept
  }
}
