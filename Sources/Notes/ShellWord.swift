extension String {
  /// The text as one word of a shell's command line: in quotes where a shell would part or change it.
  package var quotedForShell: String {
    let isPlain = unicodeScalars.allSatisfy {
      $0.value >= 0x80 || Character($0).isLetter || Character($0).isNumber
        || "./_-+,:@%=".contains(Character($0))
    }
    return isPlain ? self : "'\(replacing("'", with: "'\\''"))'"
  }
}
