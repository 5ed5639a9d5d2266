import TextUI

extension WidgetBlock {
  var spelledInASCII: WidgetBlock {
    var block = self
    switch content {
    case .lines(let lines): block.content = .lines(lines.map(ASCIISpelling.cells))
    case .strip(let names, let current):
      block.content = .strip(names.map(ASCIISpelling.text), current: current)
    case .grids(let grids): block.content = .grids(grids.map(\.spelledInASCII))
    case .figure(let figure): block.content = .figure(figure.spelledInASCII)
    case .picture: break
    }
    return block
  }
}

extension Grid {
  var spelledInASCII: Grid {
    var grid = self
    grid.title = ASCIISpelling.text(title)
    grid.rowNames = rowNames.map(ASCIISpelling.text)
    grid.columnNames = columnNames.map(ASCIISpelling.text)
    return grid
  }
}
