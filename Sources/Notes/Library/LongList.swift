/// A long list in pieces: where copies of it are held elsewhere, a change copies one piece, not all;
/// and two copies are compared piece by piece, which costs nothing where they share one.
package struct LongList<Element> {
  /// Elements of a piece at first.
  private static var usual: Int { 256 }

  /// The pieces, none of them empty.
  package private(set) var pieces: [[Element]]
  /// Elements before each piece.
  private var starts: [Int]
  package private(set) var count: Int

  /// A list of these elements.
  package init(_ elements: some Collection<Element>) {
    pieces = []
    var rest = elements[...]
    while !rest.isEmpty {
      pieces.append(Array(rest.prefix(Self.usual)))
      rest = rest.dropFirst(Self.usual)
    }
    (starts, count) = ([], 0)
    renumber()
  }

  /// A list of pieces that were made elsewhere.
  package init(pieces: [[Element]]) {
    self.pieces = pieces.filter { !$0.isEmpty }
    (starts, count) = ([], 0)
    renumber()
  }

  private mutating func renumber() {
    starts.removeAll(keepingCapacity: true)
    count = 0
    for piece in pieces {
      starts.append(count)
      count += piece.count
    }
  }

  /// The piece that holds an element, and the element's place in it.
  package func place(of index: Int) -> (piece: Int, offset: Int) {
    var (low, high) = (0, starts.count)
    while high - low > 1 {
      let middle = (low + high) / 2
      if starts[middle] <= index { low = middle } else { high = middle }
    }
    return (low, index - starts[low])
  }

  /// The index of a piece's first element.
  package func start(ofPiece piece: Int) -> Int { starts[piece] }

  /// Puts an element before another, or at the end.
  package mutating func insert(_ element: Element, at index: Int) {
    guard !pieces.isEmpty else {
      self = LongList([element])
      return
    }
    let (piece, offset) = place(of: index)
    pieces[piece].insert(element, at: offset)
    if pieces[piece].count > 2 * Self.usual {
      let half = pieces[piece].count / 2
      let later = Array(pieces[piece][half...])
      pieces[piece].removeSubrange(half...)
      pieces.insert(later, at: piece + 1)
    }
    renumber()
  }

  /// Takes an element out.
  package mutating func remove(at index: Int) {
    let (piece, offset) = place(of: index)
    pieces[piece].remove(at: offset)
    if pieces[piece].isEmpty { pieces.remove(at: piece) }
    renumber()
  }
}

extension LongList: RandomAccessCollection, MutableCollection {
  package var startIndex: Int { 0 }
  package var endIndex: Int { count }

  package subscript(index: Int) -> Element {
    get {
      let (piece, offset) = place(of: index)
      return pieces[piece][offset]
    }
    set {
      let (piece, offset) = place(of: index)
      pieces[piece][offset] = newValue
    }
    _modify {
      let (piece, offset) = place(of: index)
      yield &pieces[piece][offset]
    }
  }
}

extension LongList: Sendable where Element: Sendable {}
extension LongList: Equatable where Element: Equatable {
  package static func == (left: Self, right: Self) -> Bool { left.pieces == right.pieces }
}
