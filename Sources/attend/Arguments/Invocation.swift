import Notes
import Screens
import TextUI

/// A command line that was understood.
struct Invocation: Equatable {
  var command: CommandTable.Command
  var operands: [String] = []
  var options: [String: String] = [:]
  /// The widest that text becomes, by the config file.
  private(set) var widest: Int?

  /// Where the config file names the notes that are opened; nil where the command line does.
  private(set) var configLine: Int?

  /// Why a command line was not understood.
  struct Problem: Error, Equatable {
    var message: String
    var command: CommandTable.Command?
  }

  /// Whether a switch was given.
  func has(_ option: String) -> Bool { options[option] != nil }

  /// Takes from the config file what the command line does not say.
  mutating func fill(by config: Config) {
    widest = config.width
    func set(_ name: String, _ value: String?) {
      guard let value, command.options.contains(name), options[name] == nil else { return }
      options[name] = value
    }
    set("theme", config.theme?.rawValue)
    set("color", config.colour == .auto ? nil : config.colour.rawValue)
    set("ascii", config.ascii ? "" : nil)
    set("still", config.still ? "" : nil)
    set("no-mouse", config.mouse ? nil : "")
    // Where a path may come last and does not, these notes are meant.
    if let notes = config.notes, command.operands.hasSuffix("[PATH]"),
      operands.count < command.counts.upperBound, operands.count >= command.counts.lowerBound
    {
      operands.append(notes)
      configLine = config.lines["notes"]
    }
  }

  /// Understands the words that follow the program's name.
  static func parse(_ words: [String]) throws(Problem) -> Invocation {
    guard let plain = CommandTable.command("") else { throw Problem(message: "no commands") }
    var invocation = Invocation(command: plain)
    var rest = words[...]
    if let index = firstOperand(of: words), let command = CommandTable.command(words[index]) {
      invocation.command = command
      rest.remove(at: index)
    }
    var onlyOperands = false
    while let word = rest.popFirst() {
      let isNumber =
        word.count > 1 && word.dropFirst().first.map { $0.isNumber || $0 == "." } == true
      if onlyOperands || word == "-" || !word.hasPrefix("-") || isNumber {
        invocation.operands.append(word)
      } else if word == "--" {
        onlyOperands = true
      } else {
        try invocation.take(option: word, &rest)
      }
    }
    if invocation.has("help") || invocation.has("version") { return invocation }
    try invocation.checkCount()
    return invocation
  }

  /// Where the first word stands that is neither an option nor an option's value: it may name a command.
  private static func firstOperand(of words: [String]) -> Int? {
    var index = 0
    while index < words.count, words[index].hasPrefix("-"), words[index] != "--" {
      let option = CommandTable.option(String(words[index].dropFirst(2)))
      index += option?.value == nil ? 1 : 2
    }
    guard words.indices.contains(index), words[index] != "--", !words[index].isEmpty else {
      return nil
    }
    return index
  }

  private mutating func take(option word: String, _ rest: inout ArraySlice<String>) throws(Problem)
  {
    let short = ["-h": "help", "-V": "version"][word]
    let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    let name = short ?? (word.hasPrefix("--") ? String((parts.first ?? "").dropFirst(2)) : "")
    let allowed = CommandTable.options(of: command)
    guard let option = allowed.first(where: { $0.name == name }) else {
      let elsewhere = CommandTable.option(name) != nil && !command.name.isEmpty
      // With too few dashes, or too many, it is the same word.
      let bare = (parts.first ?? "").drop { $0 == "-" }
      let nearest =
        allowed.first { $0.name == bare }?.name
        ?? NearestWord.nearest(to: String(bare), among: allowed.map(\.name))
      let hint = nearest.map { "; did you mean --\($0)?" } ?? meantCommand
      throw problem(
        elsewhere
          ? "\(command.name) takes no --\(name)"
            + (["color", "theme"].contains(name) ? ": what it prints has no colours" : "")
          : "there is no option \(word)\(hint)")
    }
    guard let value = option.value else {
      if parts.count > 1, short == nil { throw problem("--\(name) takes no value") }
      options[name] = ""
      return
    }
    let given: String? = parts.count > 1 ? String(parts[1]) : rest.popFirst()
    guard var given else { throw problem("--\(name) needs a value: --\(name) \(value)") }
    given = option.meaning(given) ?? given
    if !option.choices.isEmpty, !option.choices.contains(given) {
      let nearest = NearestWord.nearest(to: given, among: option.choices)
      let hint = nearest.map { "; did you mean \($0)?" } ?? ""
      throw problem(
        "--\(name) is one of \(option.choices.joined(separator: ", ")), not \"\(given)\"\(hint)")
    }
    if value == "N", Int(given).map({ !(option.least...option.limit).contains($0) }) ?? true {
      throw problem(
        "--\(name) is a whole number from \(option.least) to \(option.limit), not \"\(given)\"")
    }
    if value == "SEED", UInt64(given) == nil {
      throw problem("--\(name) is a whole number from 0 to \(UInt64.max), not \"\(given)\"")
    }
    // Neither of two that differ is meant more than the other.
    if let before = options[name], before != given {
      throw problem(
        "--\(name) is given twice, \"\(before)\" and \"\(given)\": leave one of them out")
    }
    options[name] = given
  }

  /// What to say where no command is named, and the first word nearly is one.
  private var meantCommand: String {
    guard command.name.isEmpty, let word = operands.first else { return "" }
    let names = CommandTable.commands.map(\.name).filter { !$0.isEmpty }
    return NearestWord.nearest(to: word, among: names)
      .map { "; did you mean `attend \($0)`, and not \(word)?" } ?? ""
  }

  private func checkCount() throws(Problem) {
    if operands.count < command.counts.lowerBound {
      throw problem("\(command.name) needs \(command.operands)")
    }
    if operands.count > command.counts.upperBound {
      let extra = operands[command.counts.upperBound]
      throw problem("unexpected argument: \"\(extra)\"\(meantCommand)")
    }
    guard let first = operands.first, command.wordless.flatMap({ options[$0] }) == nil else {
      return
    }
    let words = command.words()
    if !words.isEmpty, !words.contains(first) {
      // Few words are named; of many, the command without one prints the list, unless that is far more.
      let lists =
        words.count > 8 && command.name != "schema"
        ? "`attend \(command.name)` lists what it knows"
        : "it takes \(words.joined(separator: ", "))"
      // What is begun is meant more surely than what is near.
      let begun = first.count > 2 ? words.first { $0.hasPrefix(first.lowercased()) } : nil
      let meant = begun ?? NearestWord.nearest(to: first, among: words)
      let hint = meant.map { "did you mean \($0)?" } ?? lists
      throw problem("\(command.name) knows no \"\(first)\"; \(hint)")
    }
  }

  private func problem(_ message: String) -> Problem { Problem(message: message, command: command) }
}
