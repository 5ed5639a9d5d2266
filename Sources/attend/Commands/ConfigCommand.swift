import Notes
import Screens
import TextUI

/// `attend config`: all that may be set, with what holds now and where that comes from. What it prints
/// can be kept as a config file.
enum ConfigCommand {
  static func run(_ file: ConfigFile) -> Int32 {
    for problem in file.config.problems {
      let path = file.path?.description ?? "config"
      let told = Diagnostic(.error, path: path, line: problem.line, problem.message)
      // Not among what may be kept as a config file.
      Output.advise(Output.harmless(told.text) + "\n")
    }
    guard Output.write(text(file)) else { return 1 }
    return file.config.problems.isEmpty ? 0 : 1
  }

  private static func text(_ file: ConfigFile) -> String {
    var lines = [
      "# " + (file.path?.description ?? "there is no home folder, so no config file is read")
        + (file.exists || file.path == nil ? "" : " (not there yet: this may stand in it)"),
      "# A line sets one thing: name = value. What the command line says goes before it, and what T",
      "# or M chose while reading comes after it.",
    ]
    for option in ConfigOption.all {
      let value = option.value(file.config)
      lines += ["", "# \(option.words)"]
      if let line = file.config.lines[option.name], !value.isEmpty {
        lines.append("\(option.name) = \(value)  # line \(line)")
      } else {
        lines.append("#\(option.name) =")
      }
    }
    return lines.map { Output.harmless($0) + "\n" }.joined()
  }
}
