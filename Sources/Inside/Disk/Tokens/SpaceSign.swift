/// The sign that stands for a space in the tokens of SentencePiece (Kudo and Richardson 2018).
enum SpaceSign {
  private static let scalar: Unicode.Scalar = "▁"
  static let text = String(scalar)

  /// A text with the sign for each of its spaces.
  static func put(into text: String) -> String { exchanged(" ", for: scalar, in: text) }

  /// A text with spaces for the signs.
  static func removed(from text: String) -> String { exchanged(scalar, for: " ", in: text) }

  private static func exchanged(
    _ old: Unicode.Scalar, for new: Unicode.Scalar, in text: String
  ) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars { result.append(scalar == old ? new : scalar) }
    return String(result)
  }
}
