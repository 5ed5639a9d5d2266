import WideProduct

/// c = a · b, or c += a · b where it adds.
///                                            a (n, depth) · b (depth, m) → c (n, m)
/// Columns are taken eight at a time, or sixteen where the processor has room for them, rows four at
/// a time: their sums stay in registers while the depth runs, and each number that is loaded is used
/// four times or more. A panel of b whose columns do not lie side by side is copied first, which is
/// what a transposed b costs.
@_specialize(where T == Float)
@_specialize(where T == Double)
package func multiply<T: Real>(
  _ a: Matrix<T>, _ b: Matrix<T>, into c: Matrix<T>, adding: Bool = false
) {
  let broad = T.broad
  let wide = T.Wide.width
  let narrow = T.Narrow.width
  withUnsafeTemporaryAllocation(of: T.self, capacity: min(deepest, a.columns) * max(broad, wide)) {
    panel in
    guard let panel = panel.baseAddress else { return }
    var from = 0
    repeat {
      let depth = min(deepest, a.columns - from)
      let slice = a.part(columns: from..<from + depth)
      let adds = adding || from > 0
      var column = 0
      while column < b.columns {
        let left = b.columns - column
        let width = left > narrow ? (broad > 0 ? broad : wide) : narrow
        let used = min(width, left)
        let part = b.part(rows: from..<from + depth, columns: column..<column + used)
        let target = c.part(columns: column..<column + used)
        let source = lent(part, width: width, panel: panel)
        if width == broad {
          T.multiplyBroad(slice, source, into: target, adding: adds)
        } else if width == wide {
          multiplyPanel(T.Wide.self, slice, source, into: target, adding: adds)
        } else {
          multiplyPanel(T.Narrow.self, slice, source, into: target, adding: adds)
        }
        column += used
      }
      from += depth
    } while from < a.columns
  }
}

/// How much of the depth is summed before the sums go back to memory: what a panel of it takes
/// stays in the first cache.
private let deepest = 256

/// The panel where it lies, or a copy of it filled up with zeros.
@inline(__always)
private func lent<T: Real>(
  _ part: Matrix<T>, width: Int, panel: UnsafeMutablePointer<T>
) -> Matrix<T> {
  if part.columnStep == 1, part.columns == width { return part }
  for column in 0..<width {
    var to = panel + column
    guard column < part.columns else {
      for _ in 0..<part.rows {
        to.pointee = 0
        to += width
      }
      continue
    }
    var from = UnsafePointer(part.start + column &* part.columnStep)
    for _ in 0..<part.rows {
      to.pointee = from.pointee
      to += width
      from += part.rowStep
    }
  }
  return Matrix(panel, rows: part.rows, columns: width)
}

/// As many columns as there are lanes, four rows at a time.
@inline(__always)
private func multiplyPanel<T: Real, L: Lanes>(
  _ lanes: L.Type, _ a: Matrix<T>, _ b: Matrix<T>, into c: Matrix<T>, adding: Bool
) where L.Scalar == T {
  let depth = a.columns
  let step = a.columnStep
  var row = 0
  while row < a.rows {
    let last = a.rows &- 1
    if row == last {
      multiplyRow(lanes, a, b, into: c, row, adding)
      return
    }
    // Past the last row it is computed again, and not kept.
    var a0 = UnsafePointer(a.row(row))
    var a1 = UnsafePointer(a.row(row &+ 1))
    var a2 = UnsafePointer(a.row(min(row &+ 2, last)))
    var a3 = UnsafePointer(a.row(min(row &+ 3, last)))
    var c0 = L.zero
    var c1 = L.zero
    var c2 = L.zero
    var c3 = L.zero
    var source = UnsafePointer(b.start)
    for _ in 0..<depth {
      let values = L.load(source)
      c0.add(a0.pointee, times: values)
      c1.add(a1.pointee, times: values)
      c2.add(a2.pointee, times: values)
      c3.add(a3.pointee, times: values)
      source += b.rowStep
      a0 += step
      a1 += step
      a2 += step
      a3 += step
    }
    keep(c0, c, row, adding)
    keep(c1, c, row &+ 1, adding)
    if row &+ 2 <= last { keep(c2, c, row &+ 2, adding) }
    if row &+ 3 <= last { keep(c3, c, row &+ 3, adding) }
    row &+= 4
  }
}

/// The same for one row that is left over.
@inline(__always)
private func multiplyRow<T: Real, L: Lanes>(
  _ lanes: L.Type, _ a: Matrix<T>, _ b: Matrix<T>, into c: Matrix<T>, _ row: Int, _ adding: Bool
) where L.Scalar == T {
  let weights = a.row(row)
  var sums = L.zero
  for k in 0..<a.columns { sums.add(weights[k &* a.columnStep], times: L.load(b.row(k))) }
  keep(sums, c, row, adding)
}

/// Stores the sums of one row, or those of them that the matrix has columns for.
@inline(__always)
private func keep<T: Real, L: Lanes>(
  _ sums: L, _ c: Matrix<T>, _ row: Int, _ adding: Bool
) where L.Scalar == T {
  let to = c.row(row)
  if c.columns == L.width {
    (adding ? L.load(to) + sums : sums).store(to)
    return
  }
  withUnsafeTemporaryAllocation(of: T.self, capacity: L.width) { space in
    guard let space = space.baseAddress else { return }
    sums.store(space)
    for column in 0..<c.columns { to[column] = adding ? to[column] + space[column] : space[column] }
  }
}
