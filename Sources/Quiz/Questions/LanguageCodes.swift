/// The codes of languages that an author may name in words.
enum LanguageCodes {
  private static let codes = [
    "english": "en", "german": "de", "deutsch": "de", "french": "fr", "fran\u{E7}ais": "fr",
    "francais": "fr", "spanish": "es", "espa\u{F1}ol": "es", "espanol": "es", "italian": "it",
    "italiano": "it", "portuguese": "pt", "portugu\u{EA}s": "pt", "portugues": "pt",
    "dutch": "nl", "nederlands": "nl", "polish": "pl", "polski": "pl", "swedish": "sv",
    "svenska": "sv", "russian": "ru", "chinese": "zh", "japanese": "ja", "korean": "ko",
    "turkish": "tr", "arabic": "ar", "hindi": "hi", "czech": "cs", "ukrainian": "uk",
    // Countries.
    "gb": "en", "us": "en", "jp": "ja", "cn": "zh", "kr": "ko", "cz": "cs", "dk": "da", "gr": "el",
    "at": "de", "ua": "uk", "in": "hi",
  ]
  /// All codes of two letters that ISO 639-1 has.
  private static let short = Set(
    ("aa ab ae af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz "
      + "ee el en eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii "
      + "ik io is it iu ja jv ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi "
      + "mk ml mn mr ms mt my na nb nd ne ng nl nn no nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw "
      + "sa sc sd se sg sh si sk sl sm sn so sq sr ss st su sv sw ta te tg th ti tk tl tn to tr ts tt tw ty ug "
      + "uk ur uz ve vi vo wa wo xh yi yo za zh zu").split(separator: " ").map(String.init))

  /// Whether a text may be the code of a language: one of two letters that there is, or any of three.
  static func isCode(_ text: some StringProtocol) -> Bool {
    text.count == 3 && text.allSatisfy(\.isLetter) || short.contains(String(text))
  }

  /// The code of a language by its name; nil for another word.
  static func code(of name: String) -> String? { codes[name.lowercased()] }
}
