/// A slot of the parameters and what it is called.
package struct NamedSlot: Equatable, Sendable {
  package let name: String
  package let slot: Slot

  package init(name: String, slot: Slot) {
    self.name = name
    self.slot = slot
  }
}
