/// A matrix cut into panels of eight columns, so that a product reads memory from front to back.
struct PackedMatrix {
  typealias Lanes = SIMD8<Double>

  let rows: Int
  let columns: Int
  /// Eight columns each; the last one is filled up with zeros.
  let panelCount: Int
  /// Panel after panel, row after row.
  private let panels: [Lanes]

  /// Packs the matrix whose entries `entry` gives.
  init(rows: Int, columns: Int, entry: (_ row: Int, _ column: Int) -> Double) {
    self.rows = rows
    self.columns = columns
    panelCount = (columns + 7) / 8
    var panels: [Lanes] = []
    panels.reserveCapacity(panelCount * rows)
    for panel in 0..<panelCount {
      for row in 0..<rows {
        var lanes = Lanes()
        for lane in 0..<min(8, columns - panel * 8) { lanes[lane] = entry(row, panel * 8 + lane) }
        panels.append(lanes)
      }
    }
    self.panels = panels
  }

  /// Adds the product of `left` with the first `wanted` panels to `sums`.
  ///
  /// `left` has `count` numbers in each of its rows, for the first `count` packed rows. Every sum
  /// runs from left to right, as a plain dot product does; two rows are done together, which
  /// halves the memory traffic, and the packed rows in tiles that fit the L1 cache.
  func accumulate(
    _ left: Block<Double>, count: Int, panels wanted: Int, into sums: MutableBlock<Lanes>
  ) {
    panels.withUnsafeBufferPointer { panels in
      guard let panels = panels.baseAddress else { return }
      for tile in stride(from: 0, to: count, by: 256) {
        let end = min(tile + 256, count)
        for panel in 0..<wanted {
          let right = panels + panel * rows
          for row in stride(from: 0, to: left.rows, by: 2) {
            let left0 = left.row(row)
            let left1 = left.row(min(row + 1, left.rows - 1))
            let sums0 = sums.row(row) + panel
            let sums1 = sums.row(min(row + 1, left.rows - 1)) + panel
            var sum0 = sums0.pointee
            var sum1 = sums1.pointee
            for k in tile..<end {
              sum0 += right[k] * left0[k]
              sum1 += right[k] * left1[k]
            }
            sums0.pointee = sum0
            sums1.pointee = sum1
          }
        }
      }
    }
  }

  /// Borrowed rows.
  struct Block<Element> {
    let start: UnsafePointer<Element>
    let rows: Int
    let stride: Int

    func row(_ row: Int) -> UnsafePointer<Element> { start + row * stride }
  }

  /// Rows in memory that someone else owns, to write into.
  struct MutableBlock<Element> {
    let start: UnsafeMutablePointer<Element>
    let stride: Int

    func row(_ row: Int) -> UnsafeMutablePointer<Element> { start + row * stride }
  }
}
