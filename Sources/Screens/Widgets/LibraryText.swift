import Notes

extension Library {
  /// The notes as they were written, one after another, as far as they have been read: all of them, or
  /// the first `most` bytes, up to the end of a character.
  package func text(_ most: Int) -> (text: String, isAll: Bool) {
    var bytes: [UInt8] = []
    var isAll = true
    for index in 0..<documents.count {
      let own = documents[index].bytes
      let room = most - bytes.count
      bytes += own.prefix(room)
      guard own.count <= room else {
        isAll = false
        break
      }
    }
    // A character that was cut in two goes.
    if !isAll, let start = bytes.lastIndex(where: { $0 & 0xC0 != 0x80 }) {
      let width = bytes[start] >= 0xF0 ? 4 : bytes[start] >= 0xE0 ? 3 : bytes[start] >= 0xC0 ? 2 : 1
      if bytes.count - start < width { bytes.removeSubrange(start...) }
    }
    return (String(decoding: bytes, as: UTF8.self), isAll)
  }
}
