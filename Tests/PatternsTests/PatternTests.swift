import JSONText
import TestSupport
import Testing

@testable import Patterns

/// Patterns find what another engine finds, in `Tests/Fixtures/patterns/matches.json`, which
/// `make_matches.py` beside it made; and none of them takes long, whatever it is.
@Suite struct PatternTests {
  @Test func theyFindWhatPythonFinds() throws {
    let bytes = try Files.bytes(of: "\(Files.tests)/Fixtures/patterns/matches.json")
    let cases = try JSON.parse(utf8: bytes)["cases"]?.array ?? []
    #expect(cases.count == 40)
    for one in cases {
      let text = try #require(one["text"]?.string)
      let wanted = try #require(one["pattern"]?.string)
      let ranges = (one["matches"]?.array ?? []).map { $0.array?.compactMap(\.int) ?? [] }
      let found = try Pattern(wanted, isCaseless: true).matches(in: text)
      #expect(found.map { [$0.lowerBound, $0.upperBound] } == ranges, "\(wanted)")
    }
  }

  @Test(arguments: [
    ("(a", true), ("[a-", true), ("a)", false), ("*a", false), ("\\", true), ("(?<=a*)b", false),
  ])
  func whatIsNoneIsSaid(_ text: String, _ isOpen: Bool) {
    #expect {
      _ = try Pattern(text, isCaseless: true)
    } throws: { error in
      guard case .malformed(let words, let open)? = error as? PatternProblem else { return false }
      return !words.isEmpty && open == isOpen
    }
  }

  @Test(arguments: [
    "(a+)+$b", "(a|aa)+$b", "(.*)(.*)(.*)(.*)(.*)b", "(?=(a*))(?=(a*))(?=(a*))\\1\\2\\3b",
    "((a*)*)*b",
    "(?R)?a+b|(?R)", "(a?){50}a{50}b", "a*+c|a*+d|a*+e", "(a+?)\\1+?\\1+?b",
  ])
  func noneTakesLong(_ text: String) throws {
    let page = String(repeating: "a", count: 20_000)
    do throws(PatternProblem) {
      let found = try Pattern(text, isCaseless: true).matches(in: page)
      #expect(found.isEmpty)
    } catch { #expect(error == .tooMuch) }
  }

  @Test func aLongOneIsRefused() {
    #expect(throws: PatternProblem.tooLong) {
      _ = try Pattern(String(repeating: "a", count: Pattern.longest + 1), isCaseless: true)
    }
  }

  @Test(arguments: [
    ("softmax", true), ("Softmax", false), ("\\S+\\W\\B", true), ("\\p{Lu}a", true),
    ("(?P<Name>a)", true), ("(?<Name>a)", true), ("(?:A)", false), ("[A-Z]", false),
    ("\\QA\\E", false),
    ("\\Qa\\Eb", true), ("(*UCP)a", true), ("\u{DC}b", false), ("a\\", true),
  ])
  func capitalsAskForCapitals(_ text: String, _ isCaseless: Bool) {
    #expect(SmartCase.isCaseless(text) == isCaseless)
  }
}
