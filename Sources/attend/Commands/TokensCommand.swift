import Basics
import Libc
import Notes
import Storage
import Widgets

/// `attend tokens`: a text's bytes, the merges that fit it, and its tokens.
enum TokensCommand {
  static func run(_ invocation: Invocation) throws(ReadProblem) -> Int32 {
    let text = try given(invocation.operands[0], "TEXT")
    guard !text.isEmpty else { throw ReadProblem("TEXT: there is nothing in it", isUsage: true) }
    let learn = try invocation.options["learn"].map { (text) throws(ReadProblem) in
      try given(text, "--learn")
    }
    if learn?.isEmpty == true {
      throw ReadProblem("--learn: there is nothing in it to learn merges of", isUsage: true)
    }
    let merges = invocation.options["merges"].flatMap { Int($0) } ?? TokensListing.merges
    let listing = TokensListing(text, merges: merges, learn: learn)
    if invocation.has("json") { return Output.write(Output.json(listing.json)) ? 0 : 1 }
    let isASCII = invocation.has("ascii")
    return Output.write(lines: listing.lines(ascii: isASCII), ascii: isASCII) ? 0 : 1
  }

  /// A text, that of the file that it names, or with `-` what comes by standard input.
  private static func given(_ text: String, _ name: String) throws(ReadProblem) -> String {
    var text = text
    if let bytes = try NamedText.bytes(text, name) {
      text = repaired(bytes, text == "-" ? "standard input" : String(text.dropFirst()))
    } else {
      // Bytes that are no UTF-8 came as characters of private use.
      text = repaired(Path(text).bytes, name)
    }
    let most = name == "TEXT" ? TokensListing.most : TokensListing.mostLearnt
    guard text.utf8.count <= most else {
      throw ReadProblem(
        "\(name): \(counted(text.utf8.count, "byte")), and \(most) are the most: give a part of it")
    }
    return text
  }

  /// The text of bytes; what is no UTF-8 is told, as its tokens are not those of the file.
  private static func repaired(_ bytes: [UInt8], _ name: String) -> String {
    let text = String(decoding: bytes, as: UTF8.self)
    if !text.utf8.elementsEqual(bytes) {
      let same = zip(text.utf8, bytes).prefix { $0 == $1 }.count
      Output.complain(
        "\(name): byte \(same + 1) is no UTF-8; what is none is read as U+FFFD, and the tokens are those of "
          + "that")
    }
    return text
  }
}
