import TerminalTesting

/// What a program did to the files under a folder, in order, as the preloaded recorder noted it.
enum DiskChange {
  case create(String)
  case write(String, at: Int, [UInt8])
  case truncate(String, to: Int)
  case sync(String)
  case unlink(String)
  case rename(String, to: String)
  case makeFolder(String)
  case output(String)

  /// Reads the recorder's log; its form is told in FaultShim.h.
  static func all(_ bytes: [UInt8]) -> [DiskChange] {
    var changes: [DiskChange] = []
    var start = 0
    func number(_ index: Int) -> Int {
      let from = start + index * 8
      return bytes[from..<from + 8].reversed().reduce(0) { $0 << 8 | Int($1) }
    }
    while start + 40 <= bytes.count {
      let kind = UInt8(truncatingIfNeeded: number(0))
      let (nameLength, dataLength, offset) = (number(1), number(2), number(3))
      let nameEnd = start + 40 + nameLength
      let path = String(decoding: bytes[start + 40..<nameEnd], as: UTF8.self)
      let data = Array(bytes[nameEnd..<nameEnd + dataLength])
      start = nameEnd + dataLength
      switch kind {
      case UInt8(ascii: "c"): changes.append(.create(path))
      case UInt8(ascii: "w"): changes.append(.write(path, at: offset, data))
      case UInt8(ascii: "t"): changes.append(.truncate(path, to: offset))
      case UInt8(ascii: "s"): changes.append(.sync(path))
      case UInt8(ascii: "u"): changes.append(.unlink(path))
      case UInt8(ascii: "r"):
        changes.append(.rename(path, to: String(decoding: data, as: UTF8.self)))
      case UInt8(ascii: "m"): changes.append(.makeFolder(path))
      default: changes.append(.output(String(decoding: data, as: UTF8.self)))
      }
    }
    return changes
  }
}
