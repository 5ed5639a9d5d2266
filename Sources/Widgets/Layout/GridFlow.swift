import TextUI

/// Grids beside each other as far as they fit, band below band.
enum GridFlow {
  private static let gap = 3

  private static func bands(_ grids: [GridLayout], width: Int) -> [[GridLayout]] {
    var bands: [[GridLayout]] = []
    var used = 0
    for grid in grids {
      let wide = min(grid.width, width)
      if bands.isEmpty || used + gap + wide > width {
        bands.append([grid])
        used = wide
      } else {
        bands[bands.count - 1].append(grid)
        used += gap + wide
      }
    }
    return bands
  }

  /// Columns that they take side by side.
  static func width(_ grids: [GridLayout]) -> Int {
    grids.map(\.width).total + gap * max(0, grids.count - 1)
  }

  static func height(_ grids: [GridLayout], width: Int) -> Int {
    bands(grids, width: width).map { $0.map(\.height).max() ?? 0 }.total
  }

  /// Their lines; where they have shares of the width, each begins at its own.
  static func lines(
    _ grids: [GridLayout], width: Int, height: Int, ascii: Bool, share: Int? = nil
  ) -> [[Cell]] {
    var bands = bands(grids, width: width)
    // Where not all find room, the one that is looked at comes first.
    if Self.height(grids, width: width) > height,
      let at = bands.firstIndex(where: { $0.contains(where: \.isFocused) })
    {
      bands = Array(bands[at...] + bands[..<at])
    }
    var result: [[Cell]] = []
    for (index, band) in bands.enumerated() {
      var rows: [[Cell]] = []
      var column = 0
      // What comes after keeps a window of its own, where that leaves one to this.
      let left = height - result.count
      // One that finds no room for a row is left out with its heading.
      if index > 0, band.contains(where: { $0.least > left }) { break }
      let after = min(
        max(4, left / 3), bands[(index + 1)...].map { $0.map(\.height).max() ?? 0 }.total)
      let room = max(1, left >= 8 ? left - after : left)
      for grid in band {
        let wide = min(grid.width, width)
        let lines = grid.lines(
          room: wide, titleRoom: band.count == 1 ? width : nil, height: room, ascii: ascii)
        for (index, line) in lines.enumerated() {
          if index == rows.count { rows.append([]) }
          rows[index] = rows[index].padded(to: column) + line
        }
        column += share ?? wide + gap
      }
      result += rows
    }
    return Array(result.prefix(max(0, height)))
  }
}
