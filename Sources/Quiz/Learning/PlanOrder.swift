import Notes

extension Plan {
  /// Adds questions so that no two neighbours share kind and lesson where it can be avoided, and
  /// neither of them where that is possible too; otherwise in their order.
  static func mixed(_ questions: [Question], after asked: [Question]) -> [Question] {
    struct Class: Hashable {
      var kind: String
      var lesson: LessonID
    }
    func type(_ question: Question) -> Class {
      Class(kind: question.kindName, lesson: question.lesson)
    }
    var result = asked
    var rest = questions
    var counts: [Class: Int] = [:]
    for question in questions { counts[type(question), default: 0] += 1 }
    while !rest.isEmpty {
      let last = result.last.map(type)
      // A class that makes up more than half of the rest has to be asked now, or it will clot.
      let crowded = counts.first { $0.value * 2 > rest.count && $0.key != last }?.key
      var best = 0
      var bestCost = Int.max
      for (index, question) in rest.enumerated().prefix(200) {
        let own = type(question)
        var cost = 0
        if own == last { cost += 100 }
        if let crowded, own != crowded { cost += 10 }
        if own.kind == last?.kind { cost += 2 }
        if own.lesson == last?.lesson { cost += 3 }
        if cost < bestCost { (best, bestCost) = (index, cost) }
        if cost == 0 { break }
      }
      let next = rest.remove(at: best)
      counts[type(next), default: 1] -= 1
      result.append(next)
    }
    return result
  }
}
