/// Shell completions, from the table; each shell's stand in a file of their own.
enum Completions {
  static func script(for shell: String) -> String {
    switch shell {
    case "bash": bash
    case "zsh": zsh
    default: fish
    }
  }

  /// All commands but plain reading.
  static var commands: ArraySlice<CommandTable.Command> { CommandTable.commands.dropFirst() }

  static var names: String { commands.map(\.name).joined(separator: " ") }
}

extension String {
  /// Every occurrence of a character replaced.
  func replacing(_ character: Character, with text: String) -> String {
    reduce(into: "") { $0 += $1 == character ? text : String($1) }
  }
}
