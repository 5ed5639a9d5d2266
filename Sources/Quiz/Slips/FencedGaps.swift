import Notes

/// Answer marks of words in a fence, where nothing is asked, of a question that its note alone answers: `x = [[one]]`.
enum FencedGaps {
  static func find(in section: QuestionSection) -> [Diagnostic] {
    section.prompt.flatMap { block -> [Diagnostic] in
      guard case .code(_, let text) = block.kind else { return [] }
      return text.split(separator: "\n", omittingEmptySubsequences: false).prefix(60).enumerated()
        .compactMap { index, line in
          guard line.utf8.count <= ForeignGaps.longest, let open = line.firstRange(of: "[["),
            let close = line[open.upperBound...].firstRange(of: "]]"),
            case let inner = line[open.upperBound..<close.lowerBound],
            inner.first?.isLetter == true, inner.last?.isLetter == true,
            inner.allSatisfy({ $0.isLetter || " -".contains($0) })
          else { return nil }
          return Diagnostic(
            line: block.line + index,
            column: block.indent + line.distance(from: line.startIndex, to: open.lowerBound) + 1,
            "an answer mark in code asks nothing, and is shown",
            remedy: "write [[\(inner)]] in a line below the fence, and … in its place"
          ).warned
        }
    }
  }
}
