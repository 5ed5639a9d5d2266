/// Which scripts of a line take a row of their own: all upper ones if one of them has no small form;
/// so do the lower ones.
struct MathsScriptRows {
  private(set) var raises = false
  private(set) var lowers = false
  private let inline: MathsInline

  init(_ line: MathsNode, inline: MathsInline) {
    self.inline = inline
    findScripts(in: line)
  }

  private mutating func findScripts(in node: MathsNode) {
    switch node {
    case .symbol, .word, .space, .divider, .fraction, .root, .grid: break
    case .row(let nodes), .fenced(_, let nodes, _): nodes.forEach { findScripts(in: $0) }
    case .role(_, let node), .accent(_, let node), .brace(let node, _): findScripts(in: node)
    case .scripts(let base, let pair):
      findScripts(in: base)
      switch base.kinds(linear: false).leading {
      case .big, .limit: if pair.limits != .never { return }
      default: if pair.limits == .always { return }
      }
      if let upper = pair.upper, !inline.script(upper, raised: true).isSimple { raises = true }
      if let lower = pair.lower, !inline.script(lower, raised: false).isSimple { lowers = true }
    }
  }
}
