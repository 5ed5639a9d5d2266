/// The codes of languages that an author may name in words.
enum LanguageCodes {
  private static let codes = [
    "english": "en", "german": "de", "deutsch": "de", "french": "fr", "fran\u{E7}ais": "fr",
    "francais": "fr", "spanish": "es", "espa\u{F1}ol": "es", "espanol": "es", "italian": "it",
    "italiano": "it", "portuguese": "pt", "portugu\u{EA}s": "pt", "portugues": "pt",
    "dutch": "nl", "nederlands": "nl", "polish": "pl", "polski": "pl", "swedish": "sv",
    "svenska": "sv", "russian": "ru", "chinese": "zh", "japanese": "ja", "korean": "ko",
    "turkish": "tr", "arabic": "ar", "hindi": "hi", "czech": "cs", "ukrainian": "uk",
  ]

  /// The code of a language by its name; nil for another word.
  static func code(of name: String) -> String? { codes[name.lowercased()] }
}
