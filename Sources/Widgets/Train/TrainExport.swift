import Formulas
import JSONText
import Lab

extension TrainMoment {
  /// The run, and what is added of the step that is shown.
  func runJSON(orders: [JSON]? = nil, shown: JSON? = nil) -> JSON {
    func whole(_ value: Int?) -> JSON { value.map { .integer($0) } ?? .null }
    let curve = run.curve.map { point -> JSON in
      [
        "step": .integer(point.step), "loss": .number(point.loss),
        "accuracy": .optional(point.accuracy),
      ]
    }
    var members: [JSON.Member] = [
      .init("parameters", .integer(run.parameterCount)), .init("steps", .integer(run.step)),
      .init("loss", .optional(run.loss)), .init("accuracy", .optional(run.accuracy)),
      .init("reachedAt", whole(run.reachedAt)), .init("divergedAt", whole(run.divergedAt)),
      .init("curve", .array(curve)), .init("step", .integer(step)),
    ]
    if let orders { members.append(.init("orders", .array(orders))) }
    if let shown { members.append(.init("shown", shown)) }
    return .object(members)
  }
}

extension TrainWidget {
  package var resultsJSON: JSON {
    guard let moment else { return [:] }
    let heads = TrainMoment.heads(shape).map { head -> JSON in
      let map = moment.look.map(layer: head.layer, head: head.head)
      return [
        "name": .string(head.name),
        "weights": .array(map.map { .numbers($0.map(Double.init)) }),
      ]
    }
    return moment.runJSON(shown: [
      "row": .array(moment.row.tokens.map { .integer(Int($0)) }),
      "asked": .array(moment.row.targets.map { .integer(Int($0)) }),
      "said": .array(moment.said.map { .integer(Int($0)) }), "heads": .array(heads),
    ])
  }

  package var script: String { TrainScript(parameters.recipe, seed: UInt64(parameters.seed)).text }
}
