import JSONText

/// What a command writes as JSON. One for each stands in a file of this folder, and a test holds what the
/// commands write to them.
struct Schema: Sendable {
  /// The command, as it is typed.
  let name: String
  let about: String
  /// What may stand there beside `version`: more than one where the command does several things.
  let shapes: [Shape]
  /// Lines of a log are no results, and have no version.
  var isVersioned = true

  init(_ name: String, _ about: String, _ shapes: [Shape.Field]..., isVersioned: Bool = true) {
    (self.name, self.about, self.isVersioned) = (name, about, isVersioned)
    self.shapes = shapes.map { .object(isVersioned ? [Schema.version] + $0 : $0) }
  }

  private static let version = "version".holds(
    .whole, "1; it grows when a member is no longer there or means something else")

  /// All of them, in the order of the help.
  static let all = [
    list, dot, norm, attention, tokens, model, models, train, check, report, stats, due, progress,
  ]

  static func named(_ name: String) -> Schema? { all.first { $0.name == name } }

  /// The schema as a document of its own.
  var document: JSON {
    let head: JSON = [
      "$schema": .string("https://json-schema.org/draft/2020-12/schema"),
      "title": .string("attend \(name)"),
    ]
    return head.with(after: body).with(after: ["$defs": ["number": Shape.numberSchema]])
  }

  private var body: JSON {
    (["description": .string(about)] as JSON)
      .with(after: shapes.count == 1 ? shapes[0].schema : Shape.either(shapes).schema)
  }

  /// All schemas as one document: each stands under the name of its command.
  static var document: JSON {
    [
      "$schema": .string("https://json-schema.org/draft/2020-12/schema"),
      "title": .string("What the commands of attend write as JSON"),
      "$defs": .object(
        [.init("number", Shape.numberSchema)] + all.map { .init($0.name, $0.body) }),
    ]
  }
}
