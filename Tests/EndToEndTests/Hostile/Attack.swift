import Libc

/// Text that would do something to a terminal instead of being shown, and what shows that it did.
struct Attack: Sendable {
  /// What it tries.
  let name: String
  /// As it stands in a file.
  let bytes: [UInt8]
  /// The bytes that must not come out.
  let sign: [UInt8]

  init(_ name: String, _ text: String, sign: String? = nil) {
    self.name = name
    bytes = Array(text.utf8)
    self.sign = sign.map { Array($0.utf8) } ?? bytes
  }

  init(_ name: String, raw bytes: [UInt8]) {
    self.name = name
    self.bytes = bytes
    sign = bytes
  }

  /// As an argument or a variable can carry it.
  var text: String { String(decoding: bytes, as: UTF8.self) }

  /// Whether it came through.
  func isIn(_ output: [UInt8]) -> Bool {
    output.withUnsafeBytes { buffer in
      guard var at = buffer.baseAddress, let first = sign.first else { return false }
      let end = at + buffer.count
      while end - at >= sign.count, let next = memchr(at, Int32(first), end - at - sign.count + 1) {
        if memcmp(next, sign, sign.count) == 0 { return true }
        at = UnsafeRawPointer(next) + 1
      }
      return false
    }
  }

  /// All of them. What also comes from the program itself (`CSI 2 J`) carries a word of its own.
  static let all: [Attack] =
    [
      Attack("title", "\u{1B}]0;TITLE\u{7}"), Attack("title by ST", "\u{1B}]2;TITLE\u{1B}\\"),
      Attack("colours", "\u{1B}]4;1;red\u{7}"), Attack("link", "\u{1B}]8;;http://x\u{1B}\\"),
      Attack("font", "\u{1B}]50;x\u{7}"), Attack("clipboard", "\u{1B}]52;c;SEFDSw==\u{7}"),
      Attack("file", "\u{1B}]1337;File=:x\u{7}"),
      Attack("notification", "\u{1B}]777;notify;x\u{7}"),
      Attack("capability", "\u{1B}P+q544e\u{1B}\\"), Attack("setting", "\u{1B}P$q\"p\u{1B}\\"),
      Attack("sixel", "\u{1B}Pq#0!9~\u{1B}\\"), Attack("graphics", "\u{1B}_Ga=T;x\u{1B}\\"),
      Attack("privacy", "\u{1B}^x\u{1B}\\"), Attack("string", "\u{1B}Xx\u{1B}\\"),
      Attack("clear", "\u{1B}[2JCLEAR"), Attack("colour", "\u{1B}[7777m"),
      Attack("alternate screen", "\u{1B}[?1049lALT"), Attack("mouse", "\u{1B}[?1003hMOUSE"),
      Attack("report", "\u{1B}[6nREPORT"), Attack("attributes", "\u{1B}[>0cDA"),
      Attack("window", "\u{1B}[8;1;1t"), Attack("repeat", "\u{1B}[99999bREP"),
      Attack("reset", "\u{1B}cRESET"), Attack("pattern", "\u{1B}#8"),
      Attack("charset", "\u{1B}(0CHARSET"), Attack("coding", "\u{1B}%@"),
      Attack("shift", "\u{E}SHIFT"), Attack("null", "\u{0}NULL"), Attack("enquiry", "\u{5}ENQ"),
      Attack("bell", "\u{7}BELL"), Attack("backspace", "BS\u{8}X"),
      Attack("feed", "\u{C}FEED"), Attack("cancel", "\u{18}CAN"), Attack("delete", "\u{7F}DEL"),
      Attack("carriage return", "SEEN\rHIDDEN"),
      Attack("csi in one character", "\u{9B}31mC1"), Attack("osc in one", "\u{9D}0;C1\u{9C}"),
      Attack("dcs in one", "\u{90}qC1\u{9C}"), Attack("apc in one", "\u{9F}C1\u{9C}"),
      Attack("pm in one", "\u{9E}C1\u{9C}"), Attack("sos in one", "\u{98}C1\u{9C}"),
      Attack("next line", "\u{85}C1"), Attack("reverse index", "\u{8D}C1"),
      Attack("entity", "&#27;[7778m", sign: "\u{1B}[7778m"),
      Attack("entity by hex", "&#x1b;]0;ENTITY&#7;", sign: "\u{1B}]0;ENTITY"),
      Attack("entity c1", "&#x9b;31mE", sign: "\u{9B}31mE"),
      Attack("entity override", "&#x202e;E", sign: "\u{202E}E"),
      Attack("entity tag", "&#xE0041;E", sign: "\u{E0041}E"),
    ]
    + [
      0x61C, 0x200B, 0x200C, 0x200D, 0x200E, 0x200F, 0x2028, 0x2029, 0x202A, 0x202B, 0x202C,
      0x202D, 0x202E, 0x2060, 0x2066, 0x2067, 0x2068, 0x2069, 0xFEFF, 0xFFF9, 0xE0001, 0xE0041,
      0xE007F,
    ].compactMap(Unicode.Scalar.init).map {
      Attack("U+" + String($0.value, radix: 16, uppercase: true), "a\($0)b", sign: "\($0)")
    } + raw

  /// Bytes that are not text; some terminals take them for the C1 controls that they look like.
  private static let raw = [
    Attack("raw csi", raw: [0x9B, 0x33, 0x6D]), Attack("raw osc", raw: [0x9D, 0x30, 0x3B, 0x9C]),
    Attack("raw dcs", raw: [0x90, 0x71, 0x9C]), Attack("overlong escape", raw: [0xC0, 0x9B]),
    Attack("longer escape", raw: [0xE0, 0x80, 0x9B]),
    Attack("longest escape", raw: [0xF0, 0x80, 0x80, 0x9B]),
    Attack("surrogate", raw: [0xED, 0xA0, 0x9B]),
    Attack("beyond", raw: [0xF4, 0x90, 0x80, 0x9B]),
  ]
}
