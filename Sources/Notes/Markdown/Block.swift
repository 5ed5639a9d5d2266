/// A block of Markdown, with the line on which it begins.
package struct Block: Equatable, Sendable {
  /// What it is.
  package var kind: Kind
  /// The line, counted from 1 at the start of what was parsed.
  package var line: Int

  /// The columns before each line of a code block, of its indent and of what it stands in.
  package var indent = 0

  /// A block.
  package init(_ kind: Kind, line: Int = 0) {
    self.kind = kind
    self.line = line
  }

  /// Whether two are the same; how far code is indented is no part of what it is.
  package static func == (first: Block, second: Block) -> Bool {
    first.line == second.line && first.kind == second.kind
  }

  /// The kinds of block.
  package indirect enum Kind: Equatable, Sendable {
    case heading(level: Int, [Inline])
    case paragraph([Inline])
    case code(info: String, text: String)
    case maths(String)
    case quote([Block])
    case callout(Callout, [Block])
    case list(List)
    case definitions([Definition])
    case table(Table)
    case rule
    /// Raw HTML as it was written.
    case html(String)
    case footnotes([Footnote])
  }

  /// A term of a definition list, and what is said of it.
  package struct Definition: Equatable, Sendable {
    package var term: [Inline]
    /// One or more texts.
    package var texts: [[Block]]

    package init(term: [Inline], texts: [[Block]]) {
      self.term = term
      self.texts = texts
    }
  }

  /// An ordered or unordered list.
  package struct List: Equatable, Sendable {
    /// The first number of an ordered list; nil for bullets.
    package var start: Int?
    /// Whether the items stand without blank lines between them.
    package var isTight: Bool
    /// The items in order.
    package var items: [Item]

    /// A list.
    package init(start: Int?, isTight: Bool, items: [Item]) {
      self.start = start
      self.isTight = isTight
      self.items = items
    }

    /// One item.
    package struct Item: Equatable, Sendable {
      /// Ticked or not, for a task; nil for an ordinary item.
      package var task: Bool?
      /// What stands in the box of a task that is more than open or done, such as `/` for half done.
      package var mark: Character?
      /// What it holds.
      package var blocks: [Block]

      /// An item.
      package init(task: Bool? = nil, blocks: [Block]) {
        self.task = task
        self.blocks = blocks
      }
    }
  }

  /// A table with a head.
  package struct Table: Equatable, Sendable {
    /// How a column is set.
    package enum Alignment: Equatable, Sendable { case standard, left, center, right }
    /// One for each column.
    package var alignments: [Alignment]
    /// The head's cells.
    package var head: [[Inline]]
    /// The body's rows of cells.
    package var rows: [[[Inline]]]
  }

  /// A footnote that the text refers to.
  package struct Footnote: Equatable, Sendable {
    /// Its label in the source.
    package var label: String
    /// Its number by first use.
    package var number: Int
    /// Its text.
    package var blocks: [Block]
  }
}

extension Block {
  /// The name in the info string of a fence: `python` of `python {.numbered}`.
  package static func fenceName(_ info: String) -> String {
    info.split { $0 == " " || $0 == "," || $0 == "{" }.first.map(String.init) ?? ""
  }
}
