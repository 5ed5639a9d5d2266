/// Which key is meant by the letters and numbers in what terminals send: xterm's, and where they
/// do not contradict it those of rxvt, the Linux console, PuTTY and kitty.
enum KeyCodes {
  /// `CSI A` and `SS3 A`: the letter that ends a sequence.
  static func letter(_ final: UInt8) -> Key? {
    switch final {
    case UInt8(ascii: "A"): .up
    case UInt8(ascii: "B"): .down
    case UInt8(ascii: "C"): .right
    case UInt8(ascii: "D"): .left
    case UInt8(ascii: "F"): .end
    case UInt8(ascii: "H"): .home
    case UInt8(ascii: "P")...UInt8(ascii: "S"): .function(Int(final - UInt8(ascii: "P")) + 1)
    case UInt8(ascii: "Z"): .backTab
    default: nil
    }
  }

  /// rxvt's arrows with another key: `CSI a` with Shift, `SS3 a` with Ctrl.
  static func smallLetter(_ final: UInt8) -> Key? {
    (UInt8(ascii: "a")...UInt8(ascii: "d")).contains(final) ? letter(final - 32) : nil
  }

  /// `SS3 p`: the keypad in application mode. Its digits are digits, since terminals that see
  /// NumLock off send Home and the arrows as such.
  static func keypad(_ final: UInt8) -> Key? {
    switch final {
    case UInt8(ascii: " "): .character(" ")
    case UInt8(ascii: "I"): .tab
    case UInt8(ascii: "M"): .enter
    case UInt8(ascii: "X"): .character("=")
    // One column of ASCII on: "*" to "9".
    case UInt8(ascii: "j")...UInt8(ascii: "y"):
      .character(Character(Unicode.Scalar(final - 0x40)))
    default: nil
    }
  }

  /// `CSI 3 ~`.
  static func tilde(_ number: Int) -> Key? {
    switch number {
    case 1, 7: .home
    case 2: .insert
    case 3: .delete
    case 4, 8: .end
    case 5: .pageUp
    case 6: .pageDown
    case 11...15: .function(number - 10)
    case 17...21: .function(number - 11)
    case 23...26: .function(number - 12)
    case 28, 29: .function(number - 13)
    case 31...34: .function(number - 14)
    default: nil
    }
  }

  /// `CSI 97 u`, and xterm's `CSI 27 ; 5 ; 97 ~`: a scalar, or kitty's number of a key that has none.
  static func scalar(_ number: Int) -> Key? {
    switch number {
    case 8, 127: return .backspace
    case 9: return .tab
    case 10, 13: return .enter
    case 27: return .escape
    case 57344...63743: return kitty(number)
    default:
      guard number >= 32, !(127..<160).contains(number), let value = UInt32(exactly: number) else {
        return nil
      }
      return Unicode.Scalar(value).map { .character(Character($0)) }
    }
  }

  private static func kitty(_ number: Int) -> Key? {
    switch number {
    case 57344...57375: nil
    case 57376...57398: .function(number - 57363)
    case 57399...57408: .character(Character(Unicode.Scalar(UInt8(number - 57399 + 48))))
    case 57414: .enter
    case 57409...57416: .character(Array("./*-+ =,")[number - 57409])
    case 57417...57426:
      [.left, .right, .up, .down, .pageUp, .pageDown, .home, .end, .insert, .delete][number - 57417]
    default: nil  // media keys, the modifiers themselves
    }
  }
}
