import Basics
import Notes
import Widgets

/// `attend tokens`: a text's bytes, the merges that fit it, and its tokens.
enum TokensCommand {
  static func run(_ invocation: Invocation) throws(ReadProblem) -> Int32 {
    let text = try given(invocation.operands[0], "TEXT")
    guard !text.isEmpty else { throw ReadProblem("TEXT: there is nothing in it", isUsage: true) }
    let learn = try invocation.options["learn"].map { (text) throws(ReadProblem) in
      try given(text, "--learn")
    }
    let merges = invocation.options["merges"].flatMap { Int($0) } ?? TokensListing.merges
    let listing = TokensListing(text, merges: merges, learn: learn)
    if invocation.has("json") { return Output.write(Output.json(listing.json)) ? 0 : 1 }
    let isASCII = invocation.has("ascii")
    let lines = listing.lines(ascii: isASCII).map { Output.harmless($0) + "\n" }.joined()
    return Output.write(isASCII ? Output.ascii(lines) : lines) ? 0 : 1
  }

  /// A text, or that of the file that it names.
  private static func given(_ text: String, _ name: String) throws(ReadProblem) -> String {
    var text = text
    if text.hasPrefix("@"), text.count > 1 {
      let path = String(text.dropFirst())
      guard let bytes = try StateFile.file(path) else {
        throw ReadProblem("\(name): \(path) cannot be read: there is no such file")
      }
      text = String(decoding: bytes, as: UTF8.self)
    }
    let most = name == "TEXT" ? TokensListing.most : TokensListing.mostLearnt
    guard text.utf8.count <= most else {
      throw ReadProblem(
        "\(name): \(counted(text.utf8.count, "byte")), and \(most) are the most: give a part of it")
    }
    return text
  }
}
