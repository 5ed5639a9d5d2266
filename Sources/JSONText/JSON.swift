/// A JSON value; members of an object keep their order, and their names differ.
package enum JSON: Equatable, Sendable {
  case null
  case bool(Bool)
  /// A number without fraction and exponent that fits, kept exactly.
  case integer(Int)
  /// Any other number; infinities are written as strings, and what is undefined as null.
  case number(Double)
  case string(String)
  case array([JSON])
  case object([Member])

  /// A name and its value in an object.
  package struct Member: Equatable, Sendable {
    package let name: String
    package let value: JSON

    package init(_ name: String, _ value: JSON) {
      self.name = name
      self.value = value
    }
  }

  /// The numbers as an array.
  package static func numbers(_ values: some Sequence<Double>) -> JSON {
    .array(values.map { .number($0) })
  }

  /// The value of that name; nil if there is none, or this is not an object.
  package subscript(name: String) -> JSON? {
    guard case .object(let members) = self else { return nil }
    return members.first { $0.name == name }?.value
  }

  /// The text, if this is one.
  package var string: String? {
    if case .string(let text) = self { text } else { nil }
  }

  /// The whole number, if this was written as one and fits.
  package var int: Int? {
    if case .integer(let value) = self { value } else { nil }
  }

  /// The number, if this is one; a whole number beyond 2^53 is rounded.
  package var double: Double? {
    switch self {
    case .integer(let value): Double(value)
    case .number(let value): value
    case .null, .bool, .string, .array, .object: nil
    }
  }

  /// The truth value, if this is one.
  package var bool: Bool? {
    if case .bool(let value) = self { value } else { nil }
  }

  /// The elements, if this is an array.
  package var array: [JSON]? {
    if case .array(let elements) = self { elements } else { nil }
  }
}

extension JSON {
  /// An object as other programs get it: what its form is comes first.
  package var versioned: JSON {
    guard case .object(let members) = self else { return self }
    return .object([Member("version", .integer(1))] + members)
  }

  /// The object with further members in front or behind; anything else stays as it is.
  package func with(before: JSON = [:], after: JSON = [:]) -> JSON {
    guard case .object(let own) = self, case .object(let first) = before,
      case .object(let last) = after
    else { return self }
    return .object(first + own + last)
  }
}

extension JSON: ExpressibleByDictionaryLiteral {
  /// An object with these members, in this order.
  package init(dictionaryLiteral members: (String, JSON)...) {
    self = .object(members.map { Member($0, $1) })
  }
}
