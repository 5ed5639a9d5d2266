import Libc

/// The order in which people expect files: numbers by value, `README` and `index` first.
package enum NaturalOrder {
  /// Whether the path `a` comes before the path `b`.
  package static func precedes(_ a: String, _ b: String) -> Bool {
    var (left, right): ([UInt8], [UInt8]) = ([], [])
    append(keyOf: a, to: &left)
    append(keyOf: b, to: &right)
    return left == right ? a < b : left.lexicographicallyPrecedes(right)
  }

  /// The paths in natural order.
  package static func sorted(_ paths: [String]) -> [String] {
    // All keys in one buffer: of hundreds of thousands, each would be an allocation.
    var keys: [UInt8] = []
    var starts = [0]
    for path in paths {
      append(keyOf: path, to: &keys)
      starts.append(keys.count)
    }
    return keys.withUnsafeBufferPointer { keys in
      paths.indices.sorted { a, b in
        guard let base = keys.baseAddress else { return false }
        let (left, right) = (starts[a + 1] - starts[a], starts[b + 1] - starts[b])
        let order = memcmp(base + starts[a], base + starts[b], min(left, right))
        if order != 0 { return order < 0 }
        return left == right ? paths[a] < paths[b] : left < right
      }
    }.map { paths[$0] }
  }

  /// Where a path stands, or would stand, among paths in natural order, which `path` tells by place.
  package static func place(
    of wanted: String, among count: Int, path: (Int) -> String
  ) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if precedes(path(middle), wanted) { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// Appends bytes that compare as the path does: its parts in lower case, separated by zeros, front
  /// pages marked, and numbers led by how many digits they have.
  private static func append(keyOf path: String, to key: inout [UInt8]) {
    var path = path
    path.withUTF8 { bytes in
      let name = bytes.lastIndex(of: UInt8(ascii: "/")).map { $0 + 1 } ?? 0
      var index = 0
      var isFirst = true
      while index < bytes.count {
        if bytes[index] == UInt8(ascii: "/") {
          index += 1
          continue
        }
        if !isFirst { key.append(0) }
        isFirst = false
        key.append(index == name && isFrontPage(bytes[index...]) ? 1 : 2)
        while index < bytes.count, bytes[index] != UInt8(ascii: "/") {
          if isDigit(bytes[index]) {
            index = append(numberAt: index, of: bytes, to: &key)
          } else {
            key.append(lower(bytes[index]))
            index += 1
          }
        }
      }
    }
  }

  /// Appends a number so that it compares by value, then those with more zeros in front first; where
  /// it ends.
  private static func append(
    numberAt start: Int, of bytes: UnsafeBufferPointer<UInt8>, to key: inout [UInt8]
  ) -> Int {
    var end = start
    while end < bytes.count, isDigit(bytes[end]) { end += 1 }
    var first = start
    while first < end, bytes[first] == UInt8(ascii: "0") { first += 1 }
    let (digits, zeros) = (UInt16(clamping: end - first), UInt8(clamping: first - start))
    key += [UInt8(ascii: "0"), UInt8(digits >> 8), UInt8(digits & 0xFF)]
    key += bytes[first..<end]
    key.append(.max - zeros)
    return end
  }

  private static func isFrontPage(_ name: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    ["readme.", "index."].contains { (front: String) in
      name.count >= front.utf8.count && zip(name, front.utf8).allSatisfy { lower($0) == $1 }
    }
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  private static func lower(_ byte: UInt8) -> UInt8 {
    (0x41...0x5A).contains(byte) ? byte | 0x20 : byte
  }
}
