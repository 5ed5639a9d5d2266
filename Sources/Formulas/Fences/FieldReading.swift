import Notes

extension Array {
  /// The parameters that inputs write, by these fields; throws with the input that is to blame.
  package func parameters<Parameters, Area>(
    of inputs: Inputs, in name: String, from initial: Parameters
  ) throws(InputProblem) -> Parameters where Element == InputField<Parameters, Area> {
    if let unknown = inputs.entries.first(where: { entry in !contains { $0.key == entry.key } }) {
      throw self.unknown(unknown.key, in: name)
    }
    var parameters = initial
    for field in self { try field.read(inputs[field.key], &parameters) }
    try check(parameters)
    return parameters
  }

  /// Checks parameters, whichever way they came, against the limits of each.
  package func check<Parameters, Area>(_ parameters: Parameters) throws(InputProblem)
  where Element == InputField<Parameters, Area> {
    for field in self { try field.check(parameters) }
  }

  /// What to say of an input that there is not.
  package func unknown<Parameters, Area>(_ key: String, in name: String) -> InputProblem
  where Element == InputField<Parameters, Area> {
    let near = NearestWord.nearest(to: key, among: map(\.key))
    let remedy =
      near.map { "did you mean \($0)?" } ?? "it takes \(map(\.key).joined(separator: ", "))"
    return InputProblem("\(name) has no input \"\(key.prefix(24))\": \(remedy)", at: key)
  }
}
