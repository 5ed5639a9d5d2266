import Basics
import Testing

/// The vectors of RFC 4648.
@Suite struct Base64Tests {
  @Test func comesBack() {
    for count in 0..<20 {
      let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 151 &+ 7) }
      #expect(Base64.bytes(of: Base64.text(of: bytes)) == bytes)
    }
    for wrong in ["A", "AA", "AAA", "A===", "AA=A", "A A=", "AAA\u{E9}", "===="] {
      #expect(Base64.bytes(of: wrong) == nil, "\(wrong)")
    }
  }

  @Test(arguments: [
    ("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg=="),
    ("fooba", "Zm9vYmE="), ("foobar", "Zm9vYmFy"),
  ])
  func text(_ plain: String, _ encoded: String) {
    #expect(Base64.text(of: plain.utf8) == encoded)
  }
}
