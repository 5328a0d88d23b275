import type { Slump } from './slump.ts'

/** Common names, put together by chance: no list of real people lies behind. */
const KVINNOR = [
  'Anna', 'Maria', 'Eva', 'Karin', 'Sara', 'Lena', 'Emma', 'Kerstin', 'Malin', 'Ingrid', 'Linnea', 'Elin', 'Hanna', 'Ulrika', 'Johanna', 'Susanne', 'Jenny', 'Annika', 'Camilla', 'Ida', 'Helena', 'Josefin', 'Sofia', 'Therese',
  'Birgitta', 'Agneta', 'Marie', 'Cecilia', 'Amanda', 'Frida', 'Gunilla', 'Åsa', 'Lisbeth', 'Wilma', 'Ebba', 'Märta', 'Yvonne', 'Fatima', 'Amina', 'Leila', 'Zahra', 'Mariam', 'Shirin', 'Nasrin', 'Katarzyna', 'Agnieszka', 'Aino', 'Päivi',
  'Jelena', 'Mirjana', 'Amira', 'Samira', 'Hiba', 'Selam', 'Hodan', 'Thuy', 'Valentina', 'Oksana', 'Biljana', 'Parisa',
] as const

const MAN = [
  'Lars', 'Mikael', 'Anders', 'Johan', 'Erik', 'Per', 'Karl', 'Peter', 'Jan', 'Thomas', 'Daniel', 'Fredrik', 'Hans', 'Bengt', 'Mats', 'Andreas', 'Stefan', 'Magnus', 'Marcus', 'Oskar', 'Jonas', 'Niklas', 'Martin', 'Björn', 'Leif', 'Ulf',
  'Henrik', 'Sven', 'Alexander', 'Viktor', 'Patrik', 'Göran', 'Rolf', 'Tobias', 'Simon', 'Elias', 'Arvid', 'Robin', 'Mohammed', 'Ahmed', 'Ali', 'Hassan', 'Omar', 'Reza', 'Farid', 'Dariusz', 'Piotr', 'Mikko', 'Juhani', 'Goran', 'Zoran',
  'Yonas', 'Abdi', 'Mehmet', 'Karim', 'Minh', 'Andrej', 'Sergej', 'Nabil', 'Behnam',
] as const

const EFTERNAMN = [
  'Andersson', 'Johansson', 'Karlsson', 'Nilsson', 'Eriksson', 'Larsson', 'Olsson', 'Persson', 'Svensson', 'Gustafsson', 'Pettersson', 'Jonsson', 'Jansson', 'Hansson', 'Bengtsson', 'Jönsson', 'Lindberg', 'Jakobsson', 'Magnusson', 'Lindström',
  'Lindqvist', 'Lindgren', 'Berg', 'Axelsson', 'Bergström', 'Lundberg', 'Lind', 'Lundgren', 'Mattsson', 'Berglund', 'Fredriksson', 'Sandberg', 'Henriksson', 'Forsberg', 'Sjöberg', 'Wallin', 'Engström', 'Danielsson', 'Håkansson', 'Eklund',
  'Lundin', 'Björk', 'Bergman', 'Holm', 'Wikström', 'Isaksson', 'Fransson', 'Nyström', 'Söderberg', 'Åberg', 'Ahmed', 'Ali', 'Hassan', 'Mohamed', 'Rezaei', 'Hosseini', 'Nowak', 'Kowalska', 'Korhonen', 'Mäkinen', 'Petrović', 'Jovanović',
  'Yılmaz', 'Haddad', 'Khalil', 'Tesfaye', 'Warsame', 'Nguyen', 'Kovalenko', 'Popescu', 'Saleh', 'Karimi',
] as const

export interface Namn {
  readonly fornamn: string
  readonly efternamn: string
}

export const pahittatNamn = (s: Slump, kon: 'kvinna' | 'man'): Namn => ({ fornamn: s.val(kon === 'kvinna' ? KVINNOR : MAN), efternamn: s.val(EFTERNAMN) })
