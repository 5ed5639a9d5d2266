/// What a few tags mean that would be wrong without their meaning: `2<sup>10</sup>` is not 210, and
/// the text of a picture is all that a terminal can show of it.
extension [Inline] {
  var withHTMLMeaning: [Inline] {
    guard contains(where: { if case .html = $0 { true } else { false } }) else { return self }
    var result: [Inline] = []
    var index = 0
    while index < count {
      if let script = script(at: index) {
        result.append(script)
        index += 3
        continue
      }
      if case .html(let tag) = self[index], let image = HTMLImage(tag) {
        result.append(.image(alternative: image.alternative, source: image.source))
      } else {
        result.append(self[index])
      }
      index += 1
    }
    return result
  }

  /// `<sup>10</sup>` as a formula; words stay words.
  private func script(at index: Int) -> Inline? {
    guard index + 2 < count, case .html(let open) = self[index],
      case .text(let text) = self[index + 1], case .html(let close) = self[index + 2]
    else { return nil }
    let sign: String
    switch (open.lowercased(), close.lowercased()) {
    case ("<sup>", "</sup>"): sign = "^"
    case ("<sub>", "</sub>"): sign = "_"
    default: return nil
    }
    let isPlain = text.allSatisfy { character in
      character.isLetter || character.isNumber || "+-−=(),.*'".contains(character)
    }
    guard isPlain, !text.isEmpty, text.utf8.count <= 12 else { return nil }
    return .maths("\(sign){\(text)}")
  }
}

/// A picture that HTML puts into the text.
package struct HTMLImage {
  /// Its text.
  package var alternative = ""
  /// Its address.
  package var source = ""

  /// Reads a tag; nil for another one.
  package init?(_ tag: String) {
    let bytes = Array(tag.utf8)
    guard tag.lowercased().hasPrefix("<img"), bytes.count > 4, bytes[4] <= 0x20 else { return nil }
    alternative = Self.value(of: "alt", in: bytes) ?? ""
    source = Self.value(of: "src", in: bytes) ?? ""
  }

  private static func value(of name: String, in tag: [UInt8]) -> String? {
    var rest = tag.dropFirst(4)
    func isEnd(_ byte: UInt8) -> Bool { byte <= 0x20 || byte == UInt8(ascii: ">") }
    while !rest.isEmpty {
      rest = rest.drop { $0 <= 0x20 || $0 == UInt8(ascii: "/") }
      let key = rest.prefix { !isEnd($0) && $0 != UInt8(ascii: "=") }
      rest = rest.dropFirst(key.count).drop { $0 <= 0x20 }
      guard rest.first == UInt8(ascii: "=") else {
        if key.isEmpty { rest = rest.dropFirst() }
        continue
      }
      rest = rest.dropFirst().drop { $0 <= 0x20 }
      let value: ArraySlice<UInt8>
      if let quote = rest.first, quote == 0x22 || quote == 0x27 {
        value = rest.dropFirst().prefix { $0 != quote }
        rest = rest.dropFirst(value.count + 2)
      } else {
        value = rest.prefix { !isEnd($0) }
        rest = rest.dropFirst(value.count)
      }
      if String(decoding: key, as: UTF8.self).lowercased() == name {
        return Entities.decodingAll(String(decoding: value, as: UTF8.self))
      }
    }
    return nil
  }
}
