import Models

/// Parameters in a NumPy script: every bit of them, in single precision, and where each matrix lies.
struct ParameterText {
  private let parameters: [Float]
  private let slots: [NamedSlot]

  init(_ parameters: [Float], _ slots: [NamedSlot]) {
    self.parameters = parameters
    self.slots = slots
  }

  var text: String {
    let layout = slots.map { named in
      "    (\"\(named.name)\", \(named.slot.offset), \(named.slot.rows), \(named.slot.columns)),\n"
    }
    return """
      # What it begins with: 32 bits each in hexadecimal, row by row.
      begin = np.frombuffer(bytes.fromhex(\"\"\"
      \(hexadecimal)
      \"\"\"), dtype="<f4")
      layout = [
      \(layout.joined())]
      p = {name: begin[at:at + rows * columns].reshape(rows, columns).copy()
           for name, at, rows, columns in layout}

      """
  }

  private var hexadecimal: String {
    let digits = Array("0123456789abcdef".utf8)
    var bytes: [UInt8] = []
    bytes.reserveCapacity(parameters.count * 9)
    for (index, number) in parameters.enumerated() {
      if index > 0, index % 12 == 0 { bytes.append(10) }
      for shift in [0, 8, 16, 24] {
        let byte = Int(number.bitPattern >> UInt32(shift) & 255)
        bytes.append(digits[byte >> 4])
        bytes.append(digits[byte & 15])
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
