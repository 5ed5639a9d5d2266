import CZlib
import Notes

/// The table of contents of a zip file in memory, and what its members hold. Names are compared and never
/// followed: nothing is written by them.
struct ZipFile {
  /// A member, as the table of contents has it.
  private struct Member {
    let name: ArraySlice<UInt8>
    let isEncrypted: Bool
    let method: Int
    let checksum: Int
    let packed: Int
    let unpacked: Int
    /// Where its own header stands.
    let header: Int
  }

  private let bytes: [UInt8]
  private var members: [Member] = []

  /// Reads the table of contents; what speaks against it, else.
  init(_ bytes: [UInt8]) throws(Diagnostic) {
    self.bytes = bytes
    guard let end = Self.end(of: bytes) else {
      throw Diagnostic(.error, "is no whole package: its table of contents is missing")
    }
    let count = number(at: end + 10, 2)
    var at = number(at: end + 16, 4)
    guard count < 0xFFFF, at < 0xFFFF_FFFF else {
      throw Diagnostic(.error, "is too large a package", remedy: "export it without its media")
    }
    for _ in 0..<count {
      guard at + 46 <= end, starts(with: "PK\u{1}\u{2}", at: at) else { throw Self.damage }
      let lengths = [28, 30, 32].map { number(at: at + $0, 2) }
      let next = at + 46 + lengths.reduce(0, +)
      guard next <= end else { throw Self.damage }
      members.append(
        Member(
          name: bytes[at + 46..<at + 46 + lengths[0]], isEncrypted: number(at: at + 8, 2) & 1 == 1,
          method: number(at: at + 10, 2), checksum: number(at: at + 16, 4),
          packed: number(at: at + 20, 4), unpacked: number(at: at + 24, 4),
          header: number(at: at + 42, 4)))
      at = next
    }
  }

  private static let damage = Diagnostic(.error, "is a damaged package", remedy: "export it again")

  /// Whether there is a member of that name.
  func has(_ name: String) -> Bool { members.contains { $0.name.elementsEqual(name.utf8) } }

  /// What the member of that name holds, so many bytes at most.
  func contents(of name: String, most: Int) throws(Diagnostic) -> [UInt8] {
    guard let member = members.first(where: { $0.name.elementsEqual(name.utf8) }) else {
      throw Self.damage
    }
    guard !member.isEncrypted else {
      throw Diagnostic(.error, "is encrypted", remedy: "export it again without a password")
    }
    // What is not said to be so large, and would be, does not fit below.
    guard member.unpacked <= most else {
      throw Diagnostic(
        .error, "unpacks to more than \(most / 1_000_000) MB", remedy: "export it deck by deck")
    }
    let start = member.header
    guard start + 30 <= bytes.count, starts(with: "PK\u{3}\u{4}", at: start) else {
      throw Self.damage
    }
    let from = start + 30 + number(at: start + 26, 2) + number(at: start + 28, 2)
    guard from + member.packed <= bytes.count else { throw Self.damage }
    let packed = bytes[from..<from + member.packed]
    let contents: [UInt8]? =
      switch member.method {
      case 0: packed.count == member.unpacked ? Array(packed) : nil
      case 8: Self.inflated(packed, to: member.unpacked)
      default: nil
      }
    guard let contents, Self.checksum(of: contents) == member.checksum else { throw Self.damage }
    return contents
  }

  // MARK: Numbers

  /// A number, lowest byte first; 0 beyond the end.
  private func number(at place: Int, _ count: Int) -> Int {
    guard place >= 0, place + count <= bytes.count else { return 0 }
    return bytes[place..<place + count].reversed().reduce(0) { $0 << 8 | Int($1) }
  }

  private func starts(with sign: String, at place: Int) -> Bool {
    bytes[place...].starts(with: sign.utf8)
  }

  /// Where the record stands that ends the file, behind which only its remark comes.
  private static func end(of bytes: [UInt8]) -> Int? {
    guard bytes.count >= 22 else { return nil }
    let sign = Array("PK\u{5}\u{6}".utf8)
    for at in stride(from: bytes.count - 22, through: max(0, bytes.count - 22 - 0xFFFF), by: -1)
    where bytes[at] == sign[0] && bytes[at..<at + 4].elementsEqual(sign) {
      if at + 22 + Int(bytes[at + 20]) + Int(bytes[at + 21]) << 8 == bytes.count { return at }
    }
    return nil
  }

  // MARK: zlib

  /// The most that a byte of a packed stream can stand for.
  private static let greatestRatio = 1_032

  /// What a packed stream holds, where that is so many bytes and no more.
  private static func inflated(_ packed: ArraySlice<UInt8>, to count: Int) -> [UInt8]? {
    guard !packed.isEmpty, count <= packed.count * greatestRatio + greatestRatio else { return nil }
    var stream = z_stream()
    guard czlib_begin(&stream) == Z_OK else { return nil }
    defer { inflateEnd(&stream) }
    var isWhole = false
    let result = [UInt8](unsafeUninitializedCapacity: max(1, count)) { out, filled in
      packed.withUnsafeBufferPointer { input in
        stream.next_in = UnsafeMutablePointer(mutating: input.baseAddress)
        stream.avail_in = UInt32(input.count)
        stream.next_out = out.baseAddress
        stream.avail_out = UInt32(count)
        isWhole = inflate(&stream, Z_FINISH) == Z_STREAM_END && stream.avail_out == 0
      }
      filled = isWhole ? count : 0
    }
    return isWhole ? result : nil
  }

  private static func checksum(of bytes: [UInt8]) -> Int {
    bytes.withUnsafeBufferPointer { Int(crc32(0, $0.baseAddress, UInt32($0.count))) }
  }
}
