import Testing

@testable import Basics

@Suite struct TextScannerTests {
  private func bytes(_ text: String) -> TextScanner<UInt8> { TextScanner(Array(text.utf8)) }

  @Test func aDecimalIsReadPieceByPiece() {
    var scanner = bytes("  12.50e x")
    let spaces = scanner.skipSpace()
    let start = scanner.position
    let whole = scanner.skipDigits()
    let hasPoint = scanner.take(UInt8(ascii: "."))
    let decimals = scanner.skipDigits()
    #expect((spaces, whole, decimals) == (2, 2, 2))
    #expect(hasPoint)
    #expect(String(decoding: scanner.read(since: start), as: UTF8.self) == "12.50")
    #expect(scanner.next == UInt8(ascii: "e"))
  }

  @Test func whatDoesNotComeNextIsNotTaken() {
    var scanner = bytes("let it")
    let refused = [scanner.take(UInt8(ascii: "e")), scanner.take("lex".utf8)]
    let digit = scanner.take(where: \.isDigit)
    #expect(refused == [false, false])
    #expect(digit == nil && scanner.position == 0)
    #expect(scanner.starts(with: "it".utf8, ahead: 4))
    #expect(!scanner.starts(with: "it".utf8, ahead: -4))
    let word = scanner.take("let".utf8)
    let units = [scanner.take(), scanner.take(where: { $0 > 0x60 })]
    #expect(word && units == [UInt8(ascii: " "), UInt8(ascii: "i")])
  }

  @Test func nothingLeadsPastTheEnd() {
    var scanner = bytes("ab")
    scanner.skip(5)
    #expect(scanner.isAtEnd && scanner.position == 2 && scanner.next == nil)
    let unit = scanner.take()
    let taken = [scanner.take(0), scanner.take("b".utf8), scanner.take("".utf8)]
    let skipped = scanner.skip { _ in true }
    #expect(unit == nil && skipped == 0)
    #expect(taken == [false, false, true])
    #expect(scanner.peek(-1) == UInt8(ascii: "b"))
    #expect(scanner.peek(0) == nil && scanner.peek(-3) == nil)
    #expect(!scanner.starts(with: "b".utf8, ahead: 1))
    #expect(scanner.read(since: 2).isEmpty)
    #expect(TextScanner<Character>([]).isAtEnd)
  }

  @Test func scalarsAndCharactersAreReadAlike() {
    var scalars = TextScanner(Array("٣7x\r\n".unicodeScalars))
    var counts = [scalars.skipDigits(), scalars.take("٣") ? 1 : 0, scalars.skipDigits()]
    counts += [scalars.take("x") ? 1 : 0, scalars.skipSpace()]
    #expect(counts == [0, 1, 1, 1, 2])
    var characters = TextScanner(Array("٣7x\r\n"))
    counts = [characters.skipDigits(), characters.take("٣") ? 1 : 0, characters.skipDigits()]
    counts += [characters.take("x") ? 1 : 0, characters.skipSpace()]
    #expect(counts == [0, 1, 1, 1, 1])
    #expect(scalars.isAtEnd && characters.isAtEnd)
  }

  /// Digits and spaces are the same by each of the three units.
  @Test func theUnitsAgreeOverASCII() {
    for byte in UInt8(0)..<128 {
      let scalar = Unicode.Scalar(byte)
      #expect(byte.isDigit == ("0"..."9").contains(scalar))
      #expect(byte.isSpace == [0x09, 0x0A, 0x0B, 0x0C, 0x0D, 0x20].contains(byte))
      #expect(scalar.isDigit == byte.isDigit && scalar.isSpace == byte.isSpace)
      #expect(
        Character(scalar).isDigit == byte.isDigit && Character(scalar).isSpace == byte.isSpace)
    }
    #expect(!UInt8(0xB2).isDigit && !Character("²").isDigit && !Character("1\u{301}").isDigit)
    #expect(!UInt8(0x85).isSpace && !Unicode.Scalar(0xA0).isSpace)
  }
}
