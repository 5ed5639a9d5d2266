import CZlib

/// A zip file as it is written: members one after the other, then their table, then a remark.
enum ZipArchive {
  /// Members as they are to be unpacked, under names of ASCII. All are of one day, so that the same ones make
  /// the same file.
  ///
  /// - Parameter remark: stands at the very end; of ASCII, and short.
  /// - Returns: nil where a member or all of them are larger than the format holds.
  static func bytes(of members: [(name: String, contents: [UInt8])], remark: String) -> [UInt8]? {
    var file: [UInt8] = []
    var table: [UInt8] = []
    for (name, contents) in members {
      guard let packed = packed(contents), let start = UInt32(exactly: file.count),
        let size = UInt32(exactly: contents.count), let packedSize = UInt32(exactly: packed.count)
      else { return nil }
      let sum = UInt32(
        truncatingIfNeeded: contents.withUnsafeBufferPointer { crc32(0, $0.baseAddress, size) })
      // Version 2.0, no flags, deflated, midnight on the first day that there is.
      var facts: [UInt8] = []
      for number in [20, 0, 8, 0, 0x21] as [UInt16] { facts += number.bytes }
      facts += sum.bytes + packedSize.bytes + size.bytes
      facts += UInt16(name.utf8.count).bytes + UInt16(0).bytes
      file += Array("PK\u{3}\u{4}".utf8) + facts + Array(name.utf8) + packed
      // No remark, the first disk, no rights.
      table += Array("PK\u{1}\u{2}".utf8) + UInt16(20).bytes + facts
      table += [UInt8](repeating: 0, count: 10) + start.bytes + Array(name.utf8)
    }
    guard let start = UInt32(exactly: file.count), members.count < 0xFFFF else { return nil }
    let count = UInt16(members.count).bytes
    file += table + Array("PK\u{5}\u{6}".utf8) + UInt32(0).bytes + count + count
    file += UInt32(table.count).bytes + start.bytes
    return file + UInt16(remark.utf8.count).bytes + Array(remark.utf8)
  }

  /// A stream of zlib's without the two bytes in front and the sum behind.
  private static func packed(_ contents: [UInt8]) -> [UInt8]? {
    var size = compressBound(UInt(contents.count))
    var result = [UInt8](repeating: 0, count: Int(size))
    let code = compress2(&result, &size, contents, UInt(contents.count), Z_BEST_COMPRESSION)
    guard code == Z_OK, size >= 6 else { return nil }
    return Array(result[2..<Int(size) - 4])
  }
}

extension FixedWidthInteger {
  /// The lowest byte first.
  fileprivate var bytes: [UInt8] { withUnsafeBytes(of: littleEndian) { Array($0) } }
}
