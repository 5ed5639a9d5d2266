/// Why a text is not JSON, and where.
package struct JSONProblem: Error, Equatable, Sendable {
  package enum Reason: Equatable, Sendable {
    case endTooEarly
    case unexpectedCharacter
    case textAfterTheValue
    case nestedTooDeeply
    case badNumber
    case numberTooLarge
    case unfinishedString
    case controlCharacterInString
    case badEscape
    case loneSurrogate
    case badUTF8
    case repeatedName(String)
  }

  package let reason: Reason
  /// The line, counted from 1.
  package let line: Int
  /// The character of the line, counted from 1.
  package let column: Int

  /// The reason and the place, in words.
  package var message: String {
    "\(words) (line \(line), column \(column))"
  }

  private var words: String {
    switch reason {
    case .endTooEarly: "the text ends in the middle of a value"
    case .unexpectedCharacter: "this character does not belong here"
    case .textAfterTheValue: "there is text after the end of the value"
    case .nestedTooDeeply: "arrays and objects are nested more than \(JSON.deepest) deep"
    case .badNumber: "this is not a number as JSON writes it"
    case .numberTooLarge: "this number is too large"
    case .unfinishedString: "a closing quotation mark is missing"
    case .controlCharacterInString: "a control character must be written as an escape"
    case .badEscape: "this escape is not one of JSON's"
    case .loneSurrogate: "half of a surrogate pair stands alone"
    case .badUTF8: "this text is not UTF-8"
    case .repeatedName(let name): "the name \"\(name)\" stands here a second time"
    }
  }
}
