import CMarkdown

/// md4c, with the terms that Debian's 0.4.8 needs: the text is copied into a buffer with 64 zero
/// bytes behind it, since without them it reads past the end; automatic links and wiki links stay
/// off (ours are made afterwards), and so does its reading of maths (ours is done before, by
/// `MaskedText`); the number of callbacks is bounded.
enum MarkdownParser {
  private static let padding = [UInt8](repeating: 0, count: 64)

  /// The blocks of a text; nil when they grow without bound.
  static func parse(_ bytes: [UInt8]) -> [Block]? { parse(MaskedText(bytes)) }

  /// The same of a text that is masked already.
  static func parse(_ text: MaskedText) -> [Block]? {
    let bytes = text.bytes
    let flags = UInt32(MD_FLAG_TABLES | MD_FLAG_STRIKETHROUGH | MD_FLAG_TASKLISTS)
    var parser = MD_PARSER()
    parser.abi_version = 0
    parser.flags = flags
    parser.enter_block = { type, detail, data in
      builder(data).enter(block: type, detail)
    }
    parser.leave_block = { type, detail, data in builder(data).leave(block: type) }
    parser.enter_span = { type, detail, data in builder(data).enter(span: type, detail) }
    parser.leave_span = { type, detail, data in builder(data).leave(span: type) }
    parser.text = { type, text, size, data in
      builder(data).text(type, UnsafeRawPointer(text), Int(size))
    }
    return (bytes + padding).withUnsafeBytes { buffer in
      guard let base = buffer.baseAddress else { return [] }
      let builder = MarkdownBuilder(
        text: UnsafeRawBufferPointer(start: base, count: bytes.count), masked: text)
      let status = withExtendedLifetime(builder) {
        md_parse(
          base.assumingMemoryBound(to: CChar.self), MD_SIZE(bytes.count), &parser,
          Unmanaged.passUnretained(builder).toOpaque())
      }
      return status == 0 ? builder.blocks : nil
    }
  }
}

private func builder(_ data: UnsafeMutableRawPointer?) -> MarkdownBuilder {
  // The pointer is the one handed to md_parse, which outlives the call.
  Unmanaged<MarkdownBuilder>.fromOpaque(data.unsafelyUnwrapped).takeUnretainedValue()
}
