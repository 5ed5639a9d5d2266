import Basics
import Testing

/// The vectors of RFC 4648.
@Suite struct Base64Tests {
  @Test(arguments: [
    ("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg=="),
    ("fooba", "Zm9vYmE="), ("foobar", "Zm9vYmFy"),
  ])
  func text(_ plain: String, _ encoded: String) {
    #expect(Base64.text(of: plain.utf8) == encoded)
  }
}
