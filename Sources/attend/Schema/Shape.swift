import JSONText

/// What a JSON value may be: the little of JSON Schema that describes what commands write.
indirect enum Shape: Sendable {
  case text
  case truth
  /// A whole number.
  case whole
  /// A number as every command writes one: an infinity is a text, and what is undefined is null.
  case number
  /// One of these texts.
  case choice([String])
  case list(Shape)
  /// Members that are known by name.
  case object([Field])
  /// Members whose names come from what the command was given.
  case map(Shape)
  /// One of several.
  case either([Shape])
  case nothing

  /// A member of an object, and what it means.
  struct Field: Sendable {
    let name: String
    let shape: Shape
    /// It is left out where there is nothing to say.
    var isOptional = false
    let about: String
  }

  /// The shape, or null.
  var orNull: Shape { .either([self, .nothing]) }

  /// Rows of numbers.
  static var matrix: Shape { .list(.list(.number)) }
}

extension String {
  /// A member that is always there.
  func holds(_ shape: Shape, _ about: String) -> Shape.Field {
    Shape.Field(name: self, shape: shape, about: about)
  }

  /// A member that is there where it has something to say.
  func mayHold(_ shape: Shape, _ about: String) -> Shape.Field {
    Shape.Field(name: self, shape: shape, isOptional: true, about: about)
  }
}

extension Shape {
  /// The shape in the words of JSON Schema (draft 2020-12). Members that are not named are left open: a
  /// later edition may add some without a new version.
  var schema: JSON {
    switch self {
    case .text: ["type": .string("string")]
    case .truth: ["type": .string("boolean")]
    case .whole: ["type": .string("integer")]
    case .number: ["$ref": .string("#/$defs/number")]
    case .nothing: ["type": .string("null")]
    case .choice(let words): ["enum": .array(words.map { .string($0) })]
    case .list(let element): ["type": .string("array"), "items": element.schema]
    case .map(let value): ["type": .string("object"), "additionalProperties": value.schema]
    case .either(let shapes): ["anyOf": .array(shapes.map(\.schema))]
    case .object(let fields):
      [
        "type": .string("object"),
        "properties": .object(
          fields.map { field in
            .init(
              field.name, field.shape.schema.with(after: ["description": .string(field.about)]))
          }),
        "required": .array(fields.filter { !$0.isOptional }.map { .string($0.name) }),
      ]
    }
  }

  /// What `#/$defs/number` stands for.
  static let numberSchema: JSON = [
    "description": .string("a number; infinities are texts, and what is undefined is null"),
    "anyOf": .array([
      ["type": .string("number")], ["enum": .array([.string("inf"), .string("-inf")])],
      ["type": .string("null")],
    ]),
  ]
}
