import Notes

/// Whether what stands below one is a question.
extension ForeignComment {
  /// Whether these blocks are a question's: options of which one is ticked, pairs, steps, answer marks.
  ///
  /// - Parameter heading: what the heading right above it says; nothing where there is none.
  func asks(_ blocks: ArraySlice<Block>, _ marks: Marks, below heading: String = "") -> Bool {
    let isAsked = heading.trimmed.hasSuffix("?")
    if isNaming { return asksPlainly(blocks, marks, below: heading, isAsked: isAsked) }
    return blocks.contains { block in
      switch block.kind {
      case .list(let list):
        let ticks = list.items.count { $0.task == true }
        if list.start != nil, ticks == 1 { return true }
        if isOther
          || isPlan && !isAsked && !list.items.contains(where: { $0.blocks.hasBlank(marks) })
        {
          return false
        }
        // One alone is a task.
        if isRemark, list.items.count < 2 {
          return list.items.contains { $0.blocks.hasBlank(marks) }
        }
        return ticks > 0 || Pair.isList(list) || isQuiz && list.start != nil
          || block.hasBlank(marks)
      // What is told after an answer.
      case .callout where isRemark && isAsked: return true
      case .quote(let inner), .callout(_, let inner):
        return asks(inner[...], marks, below: heading)
      case .html(let text), .code(_, let text):
        return isQuiz && ["[x]", "[X]", "[["].contains { text.contains($0) }
      default: return !isOther && block.hasBlank(marks)
      }
    }
  }

  /// Whether options below a remark that names a question are plainly options.
  private func asksPlainly(
    _ blocks: ArraySlice<Block>, _ marks: Marks, below heading: String, isAsked: Bool
  ) -> Bool {
    guard !TaskWords.isTask(heading) else { return false }
    return blocks.contains { block in
      guard let list = block.list, list.items.count > 1,
        list.items.allSatisfy({ $0.task != nil }),
        case let ticks = list.items.count(where: { $0.task == true }), ticks > 0
      else { return isAsked && block.hasBlank(marks) }
      return list.start != nil && ticks == 1 || isAsked && ticks < list.items.count
    }
  }
}
