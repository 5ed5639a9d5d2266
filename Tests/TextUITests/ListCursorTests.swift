import Testing
import TextUI

@Suite struct ListCursorTests {
  @Test func fromNowhereItComesInAtAnEnd() {
    var cursor = ListCursor(3)
    #expect(cursor.place == nil)
    cursor.move(.down)
    #expect(cursor.place == 0)
    cursor = ListCursor(3)
    cursor.move(.up)
    #expect(cursor.place == 2)
  }

  @Test func itStaysOnTheList() {
    var cursor = ListCursor(3, at: 7)
    #expect(cursor.place == 2)
    cursor.move(.down)
    #expect(cursor.place == 2)
    cursor.move(.top)
    cursor.move(.up)
    #expect(cursor.place == 0)
    let isThere = cursor.go(to: 3)
    #expect(!isThere && cursor.place == 0)
    cursor.hold(0)
    #expect(cursor.place == nil)
    cursor.move(.bottom)
    #expect(cursor.place == nil)
  }
}
