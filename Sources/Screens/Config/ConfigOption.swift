import Notes
import Scheduling
import TextUI

/// One thing that a config file may set.
package struct ConfigOption: Sendable {
  package let name: String
  /// The values that it may have, and what it does.
  package let words: String
  /// Takes a value in.
  let read: @Sendable (String, inout Config) throws(ConfigProblem) -> Void
  /// What holds now, as a line would say it; empty for what holds without one.
  package let value: @Sendable (Config) -> String

  /// All of them: what there is one of, then colours by role, then keys by action.
  package static let all = single + colours + keys

  static func named(_ name: String) -> ConfigOption? { table[name] }
  private static let table: [String: ConfigOption] = {
    var table: [String: ConfigOption] = [:]
    for option in all { table[option.name] = option }
    return table
  }()

  static func unknown(_ name: String) -> String {
    // Of a place that there is, its own actions come first.
    let place = name.split(separator: ".").dropLast().joined(separator: ".") + "."
    let near =
      NearestWord.nearest(to: name, among: all.map(\.name).filter { $0.hasPrefix(place) })
      ?? NearestWord.nearest(to: name, among: all.map(\.name))
    return "there is no \(name); "
      + (near.map { "did you mean \($0)?" } ?? "`attend config` prints all that there is")
  }

  // MARK: What there is one of

  private static let single: [ConfigOption] = [
    choice(
      "theme", Theme.allCases.map(\.rawValue),
      "colours for a dark or light background, or none; if not set, what suits the terminal's",
      set: { $1.theme = Theme(rawValue: $0) }, value: { $0.theme?.rawValue ?? "" }),
    choice(
      "color", ColourUse.allCases.map(\.rawValue),
      "whether colours show: auto follows the terminal and NO_COLOR",
      set: { $1.colour = ColourUse(rawValue: $0) ?? .auto },
      value: { $0.colour == .auto ? "" : $0.colour.rawValue }),
    ConfigOption(
      name: "width",
      words: "20 to 200: the widest that lines of text become; \(TextFrame.widest) if not set",
      read: { (text, config) throws(ConfigProblem) in
        guard let width = Int(text), (20...200).contains(width) else {
          throw ConfigProblem("width is a whole number from 20 to 200, not \"\(text)\"")
        }
        config.width = width
      }, value: { $0.width.map { String($0) } ?? "" }),
    ConfigOption(
      name: "notes",
      words: "a file or folder that opens where none is named; the course if not set "
        + "(`attend course` opens it all the same)",
      read: { (text, config) throws(ConfigProblem) in config.notes = text },
      value: { $0.notes ?? "" }),
    yesOrNo("mouse", "whether clicks and the wheel come here; yes if not set", \.mouse, true),
    yesOrNo("still", "whether steps of widgets are never played; no if not set", \.still, false),
    yesOrNo("ascii", "whether only ASCII is drawn; no if not set", \.ascii, false),
    ConfigOption(
      name: "easy-days",
      words: EasyDays.names.joined(separator: ", ")
        + ", with blanks or commas between: days of the week on which about a third as much falls due "
        + "as on others, of what is answered from then on, as far as the schedule leaves a choice; none "
        + "if not set",
      read: { (text, config) throws(ConfigProblem) in
        guard let days = EasyDays(text) else {
          throw ConfigProblem(
            "easy-days is days of the week with blanks or commas between, such as sat sun, not "
              + "\"\(text)\"")
        }
        guard days.leavesADay else {
          throw ConfigProblem(
            "easy-days names all seven days, and where each is easy none is: leave out those on which more "
              + "may fall due")
        }
        config.easyDays = days
      }, value: { $0.easyDays.text }),
  ]

  private static func choice(
    _ name: String, _ choices: [String], _ words: String,
    set: @escaping @Sendable (String, inout Config) -> Void,
    value: @escaping @Sendable (Config) -> String
  ) -> ConfigOption {
    ConfigOption(
      name: name, words: choices.joined(separator: ", ") + ": " + words,
      read: { (text, config) throws(ConfigProblem) in
        guard choices.contains(text) else {
          let near = NearestWord.nearest(to: text, among: choices)
          throw ConfigProblem(
            "\(name) is one of \(choices.joined(separator: ", ")), not \"\(text)\""
              + (near.map { "; did you mean \($0)?" } ?? ""))
        }
        set(text, &config)
      }, value: value)
  }

  private static func yesOrNo(
    _ name: String, _ words: String, _ path: any WritableKeyPath<Config, Bool> & Sendable,
    _ fallback: Bool
  ) -> ConfigOption {
    choice(
      name, ["yes", "no"], words, set: { $1[keyPath: path] = $0 == "yes" },
      value: { $0[keyPath: path] == fallback ? "" : $0[keyPath: path] ? "yes" : "no" })
  }

  // MARK: Colours by role

  private static let colours = Role.allCases.filter(\.isOneColour).map { role in
    ConfigOption(
      name: "color.\(role)",
      words: "#rrggbb, or one of the terminal's own such as cyan and bright blue",
      read: { (text, config) throws(ConfigProblem) in
        guard let colour = Colour(name: text) else {
          throw ConfigProblem(
            "\"\(text)\" is no colour; write #7aa2f7, or a name such as cyan or bright blue")
        }
        config.colours[role] = colour
        config.colourNames[role] = text
      }, value: { $0.colourNames[role] ?? "" })
  }

  // MARK: Keys by action

  static func name(of id: Shortcut.ID) -> String { "key.\(id.scope.name).\(id.word)" }

  private static let keys: [ConfigOption] = {
    var seen: Set<Shortcut.ID> = []
    return KeyTables.all.joined().compactMap { row in
      guard seen.insert(row.id).inserted else { return nil }
      return ConfigOption(
        name: name(of: row.id), words: row.help + "; " + row.labels.joined(separator: " "),
        read: { (text, config) throws(ConfigProblem) in
          var keys: [Key] = []
          for name in text.split(separator: " ") {
            guard let key = Key(name: String(name)) else {
              throw ConfigProblem(
                "\"\(name)\" is no key; write x, Space, PgDn, F5, Ctrl-P or Alt-b, several with "
                  + "blanks between")
            }
            keys.append(key)
          }
          config.keys[row.id] = keys
        },
        value: { $0.keys[row.id]?.map(\.label).joined(separator: " ") ?? "" })
    }
  }()
}

extension Role {
  /// Whether one colour is all of it: heat and series have scales of their own.
  fileprivate var isOneColour: Bool { ![.heat, .heated, .series].contains(self) }
}
