/// The order in which people expect files: numbers by value, `README` and `index` first.
package enum NaturalOrder {
  /// Whether the path `a` comes before the path `b`.
  package static func precedes(_ a: String, _ b: String) -> Bool {
    precedes(Key(a), Key(b))
  }

  /// The paths in natural order.
  package static func sorted(_ paths: [String]) -> [String] {
    paths.map(Key.init).sorted(by: precedes).map(\.path)
  }

  /// A path made ready for comparing: its parts in lower case, front pages marked.
  private struct Key {
    let path: String
    let parts: [[UInt8]]

    init(_ path: String) {
      self.path = path
      let names = path.utf8.split(separator: UInt8(ascii: "/"))
      parts = names.enumerated().map { index, name in
        let lower = name.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
        let isFile = index == names.count - 1
        let isFront =
          isFile && (lower.starts(with: "readme.".utf8) || lower.starts(with: "index.".utf8))
        // Files of a folder before its folders; a front page before both.
        return [isFront ? 0 : 1] + lower
      }
    }
  }

  private static func precedes(_ a: Key, _ b: Key) -> Bool {
    for (left, right) in zip(a.parts, b.parts) where left != right {
      return precedes(left, right)
    }
    if a.parts.count != b.parts.count { return a.parts.count < b.parts.count }
    return a.path < b.path
  }

  private static func precedes(_ a: [UInt8], _ b: [UInt8]) -> Bool {
    var i = 0
    var j = 0
    func digits(_ text: [UInt8], _ start: Int) -> ArraySlice<UInt8> {
      var end = start
      while end < text.count, (0x30...0x39).contains(text[end]) { end += 1 }
      return text[start..<end]
    }
    while i < a.count, j < b.count {
      let x = digits(a, i)
      let y = digits(b, j)
      if !x.isEmpty, !y.isEmpty {
        let left = x.drop { $0 == 0x30 }
        let right = y.drop { $0 == 0x30 }
        if left.count != right.count { return left.count < right.count }
        if !left.elementsEqual(right) { return left.lexicographicallyPrecedes(right) }
        if x.count != y.count { return x.count > y.count }
        i += x.count
        j += y.count
      } else if a[i] != b[j] {
        return a[i] < b[j]
      } else {
        i += 1
        j += 1
      }
    }
    return a.count - i < b.count - j
  }
}
