import Testing

@testable import Notes

/// Addresses, as far as every browser reads them as a person does.
@Suite struct WebAddressTests {
  private func problem(_ text: String) -> String? {
    do throws(WebAddress.Problem) {
      _ = try WebAddress(text)
      return nil
    } catch { return error.message }
  }

  /// The samples of RFC 3492, section 7.1, and some more; all agree with Python's `punycode` codec.
  @Test(arguments: [
    ("bücher", "xn--bcher-kva"), ("аpple", "xn--pple-43d"), ("ñ", "xn--ida"),
    ("münchen-ost", "xn--mnchen-ost-9db"), ("abc", "abc"), ("पण", "xn--g2bn"),
    ("他们为什么不说中文", "xn--ihqwcrb4cv8a8dqg056pqjye"),
    ("почемужеонинеговорятпорусски", "xn--b1abfaaepdrnnbgefbadotcwatmq2g4l"),
    ("3年b組金八先生", "xn--3b-ww4c5e180e575a65lsy2b"),
    ("安室奈美恵-with-super-monkeys", "xn---with-super-monkeys-pc58ag80a8qai00g7n9n"),
  ])
  func labelsHaveAnASCIIForm(label: String, code: String) {
    #expect(Punycode.label(label) == code)
  }

  @Test func longLabelsAreNone() {
    #expect(Punycode.label(String(repeating: "ü", count: 64)) == nil)
    #expect(problem("https://\(String(repeating: "a", count: 64)).org") != nil)
    #expect(problem("https://" + String(repeating: "abcdefgh.", count: 30) + "org") != nil)
  }

  @Test(arguments: [
    ("https://google.com-----@evil.example/x", "evil.example", "google.com-----"),
    ("https://google.com:443@evil.example", "evil.example", "google.com:443"),
    ("https://a@b@evil.example:8443/?q#f", "evil.example", "a@b"),
    ("https://evil.example/@google.com", "evil.example", nil),
    ("https://evil.example?@google.com", "evil.example", nil),
    ("https://evil.example#@google.com", "evil.example", nil),
    ("HTTPS://EVIL.Example./", "evil.example.", nil),
    ("http://[2001:DB8::1]:80/", "[2001:db8::1]", nil),
    ("http://127.0.0.1:8080/", "127.0.0.1", nil),
    ("https://1.2.example", "1.2.example", nil),
  ])
  func theHostIsWhereABrowserGoes(text: String, host: String, user: String?) throws {
    let address = try WebAddress(text)
    #expect(address.host == host && address.asciiHost == host && address.user == user)
  }

  @Test func whatIsOpenedIsWhatWasShown() throws {
    for text in ["https://a.b/c?d#e", "http://u:p@a.b:80/x", "https://a.b", "http://[::1]/"] {
      #expect(try WebAddress(text).opened == text)
    }
    let address = try WebAddress("https://АPPLE.com:81/ä")
    #expect(address.host == "аpple.com" && address.asciiHost == "xn--pple-43d.com")
    #expect(address.opened == "https://xn--pple-43d.com:81/ä")
    #expect(try WebAddress("https://a.b:/c").opened == "https://a.b/c")
  }

  @Test(arguments: [
    "https:/a.b", "https:a.b", "https:///a.b", "https://", "https://@", "https://:80",
    "https:\\\\a.b", "https://google.com\\@evil.example", "https://a.b/\\c", "https://a\tb.c",
    "https://a b.c", "https://a.b/\n", "https://%65vil.example", "https://a.b%2eevil.example",
    "https://a..b", "https://.a", "https://a.b:x", "https://a.b:99999", "https://a.b:-1",
    "https://2130706433/", "https://0x7f.1/", "https://127.1", "https://0177.0.0.1",
    "https://127.0.0.256", "https://[::1", "https://[a.b]", "https://[::1].evil.example",
    "https://ｅvil.example", "https://a。b", "https://a\u{AD}b.c", "https://a\u{200D}b.c",
    "https://a\u{2044}b.c", "https://ﬁ.com", "https://a|b.c", "https://a^b.c", "https://<a>.b",
    "ftp://a.b", "//a.b",
  ])
  func whatBrowsersReadOtherwiseIsRefused(text: String) {
    #expect(problem(text) != nil)
  }
}
